"""The best customers."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, select

from api.models.warehouse import customer, place
from api.services.analysis import analysis
from api.services.customers import per_customer
from api.services.dimensions import city, customer_id, state
from api.services.filters import PeopleFilters
from api.services.views import buyer


class Ranking(StrEnum):
    """What best means."""

    ORDERS = "orders"
    REVENUE = "revenue"


_RANKED = {Ranking.ORDERS: buyer.c.orders, Ranking.REVENUE: buyer.c.gross}
_MEMBER = (
    customer_id,
    city.named("city", "City of the home."),
    state.named("state", "State of the home, as in addresses where it has a code."),
)
_FIGURES = (per_customer.orders, per_customer.revenue, per_customer.order_value, per_customer.last_order)


@analysis(
    title="Who are the best customers?",
    columns=(*_MEMBER, *_FIGURES),
    filters=PeopleFilters,
    requires=("orders", "known_customers"),
    limit=100,
)
def top(
    by: Annotated[Ranking, Field(description="What best means.", examples=["orders"])] = Ranking.ORDERS,
) -> Select[Any]:
    """Known customers by how often they bought or by revenue, best first; ties by id.

    Orders, revenue and last order are those of the selection. Guests are nobody's orders and left out. Country, state
    and city mean the home.
    """
    return (
        select(*(column.sql for column in (*_MEMBER, *_FIGURES)))
        .join_from(buyer, customer, customer.c.customer_key == buyer.c.customer_key)
        .join(place, place.c.place_key == customer.c.place_key)
        .order_by(_RANKED[by].desc(), customer.c.customer_id)
    )

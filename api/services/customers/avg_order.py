"""Order value of each customer."""

from typing import Any

from sqlalchemy import Select, select

from api.models.warehouse import customer
from api.services.analysis import analysis
from api.services.customers import per_customer
from api.services.dimensions import customer_id
from api.services.filters import PeopleFilters
from api.services.views import buyer

_COLUMNS = (customer_id, per_customer.orders, per_customer.revenue, per_customer.order_value)


@analysis(
    title="How much does each customer spend per order?",
    columns=_COLUMNS,
    filters=PeopleFilters,
    requires=("orders", "known_customers"),
    limit=100,
)
def avg_order() -> Select[Any]:
    """Revenue per order of each known customer, highest first; ties by id.

    Order value = revenue / orders of the customer in the selection. `customers/avg_order_distribution` counts how many
    customers have which order value.
    """
    return (
        select(*(column.sql for column in _COLUMNS))
        .join_from(buyer, customer, customer.c.customer_key == buyer.c.customer_key)
        .order_by(per_customer.order_value.sql.desc(), customer.c.customer_id)
    )

"""The stores and where they are."""

from typing import Any

from sqlalchemy import Select, and_, func, select

from api.models.warehouse import place, store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.comparing import Compared
from api.services.dimensions import city, country, state, state_name, store_coordinates, store_id, store_name
from api.services.filters import SaleFilters
from api.services.measures import by_store
from api.services.places import in_places
from api.services.stores.sales import revenue_by_store
from api.services.units import Unit
from api.services.views import store_sale

_MEMBER = (
    store_id,
    store_name,
    Column("kind", Unit.WORD, "Store, marketplace seller or web shop.", store.c.kind, ("store", "seller", "web")),
    country,
    state,
    state_name,
    city,
    *store_coordinates,
    Column("opened_on", Unit.DAY, "First day of business; absent where the source does not say.", store.c.opened_on),
)
_FIGURES = (
    by_store.revenue.named("revenue", "Revenue in the selection, 0 without a sale."),
    by_store.orders.named("orders", "Live orders in the selection, 0 without one."),
)


@analysis(
    title="Where are the stores?",
    columns=(*_MEMBER, *_FIGURES),
    requires=(),
    compared=Compared(revenue_by_store, by=("store",)),
)
def stores(filters: SaleFilters) -> Select[Any]:
    """Every store in the places asked for, with its sales in the selection, also those that sold nothing."""
    sums = select(store_sale.c.store_key, *(figure.sql for figure in _FIGURES)).group_by(store_sale.c.store_key)
    per_store = sums.subquery()
    clauses = [store.c.store_key > 0, in_places(filters, store)]
    if filters.store:
        clauses.append(store.c.store_id.in_(filters.store))
    return (
        select(
            *(column.sql for column in _MEMBER),
            *(func.coalesce(per_store.c[figure.name], 0).label(figure.name) for figure in _FIGURES),
        )
        .select_from(store)
        .join(place, place.c.place_key == store.c.place_key)
        .outerjoin(per_store, per_store.c.store_key == store.c.store_key)
        .where(and_(*clauses))
        .order_by(store.c.store_id)
    )

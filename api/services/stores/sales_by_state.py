"""Sales by state."""

from typing import Any

from sqlalchemy import Select, Subquery, func, select

from api.models.warehouse import place
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.comparing import Compared
from api.services.dimensions import country, state, state_name
from api.services.measures import by_order
from api.services.sql import money, ratio
from api.services.stores import regions
from api.services.stores.regions import Level, different
from api.services.units import Unit
from api.services.views import store_sale

_STATE = (country, state, state_name)
_FIGURES = (by_order.revenue, by_order.orders, by_order.order_value, by_order.customers)
_STORES = Column("stores", Unit.COUNT, "Stores, or marketplace sellers, with a sale there.")
_PER_STORE = Column("revenue_per_store", Unit.MONEY, "Revenue over stores; absent where no store is known.")


def _revenue() -> Select[Any]:
    sums = regions.sums(Level.STATE)
    return select(*(column.sql for column in _STATE), money(sums.c.gross).label("revenue")).join_from(
        sums, place, place.c.place_key == sums.c.region
    )


_SHARE = Column(
    "share", Unit.SHARE, "Share of the selection's revenue, of all states also where `limit` cuts the list."
)


@analysis(
    title="Which states sell most?",
    columns=(*_STATE, _STORES, *_FIGURES, _PER_STORE, _SHARE),
    requires=("orders", "states"),
    compared=Compared(_revenue, by=("country", "state", "state_name"), sorts=True),
)
def sales_by_state() -> Select[Any]:
    """Sales by state of the place of sale, highest revenue first.

    The place of sale is the store's for shops and the buyer's for web shops and marketplaces. A customer who bought in
    two states counts in both, so customers must not be added up over states.
    """
    sums, people, stores = regions.sums(Level.STATE), regions.people(Level.STATE), _stores()
    counts = {"customers": people.c.number, "stores": stores.c.number}
    customers, shops = (func.coalesce(count, 0).label(name) for name, count in counts.items())
    return (
        select(
            *(column.sql for column in _STATE),
            shops,
            money(sums.c.gross).label("revenue"),
            sums.c.orders,
            money(ratio(sums.c.gross, sums.c.orders)).label("order_value"),
            customers,
            money(ratio(sums.c.gross, stores.c.number)).label(_PER_STORE.name),
            ratio(sums.c.gross, func.sum(sums.c.gross).over()).label("share"),
        )
        .join_from(sums, place, place.c.place_key == sums.c.region)
        .outerjoin(people, people.c.region == sums.c.region)
        .outerjoin(stores, stores.c.region == sums.c.region)
        .order_by(sums.c.gross.desc(), place.c.country, place.c.state_code, place.c.state)
    )


def _stores() -> Subquery:
    there = select(store_sale.c.place_key, store_sale.c.store_key).distinct().subquery("there")
    return different(Level.STATE, there, "store_key").subquery("stores")

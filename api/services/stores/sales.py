"""Sales per store."""

from typing import Any

from sqlalchemy import Select, Subquery, func, select

from api.models.warehouse import place, store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.comparing import Compared
from api.services.dimensions import city, state, store_coordinates, store_id, store_name
from api.services.measures import by_store
from api.services.sql import ratio, total
from api.services.units import Unit
from api.services.views import store_sale, store_visit

_MEMBER = (store_id, store_name, city, state)
_SUMS = (by_store.revenue, by_store.orders, by_store.order_value)
_SHARE = Column(
    "share", Unit.SHARE, "Share of the selection's revenue, of all stores also where `limit` cuts the list."
)


def revenue_by_store() -> Select[Any]:
    """Revenue of each store that sold anything."""
    per_store = _sums()
    return select(store_id.sql, per_store.c.revenue).join_from(
        per_store, store, store.c.store_key == per_store.c.store_key
    )


@analysis(
    title="Which stores sell most?",
    columns=(*_MEMBER, *store_coordinates, *_SUMS, by_store.customers, _SHARE),
    compared=Compared(revenue_by_store, by=("store",), sorts=True),
)
def sales() -> Select[Any]:
    """Sales per store, highest revenue first; stores without a sale in the selection are left out.

    Before returns. Where several sellers share an order, each counts the order and its own lines.
    """
    per_store, buyers = _sums(), _buyers()
    figures = [per_store.c[figure.name] for figure in _SUMS]
    return (
        select(
            *(column.sql for column in (*_MEMBER, *store_coordinates)),
            *figures,
            func.coalesce(buyers.c.customers, 0).label("customers"),
            ratio(per_store.c.gross, func.sum(per_store.c.gross).over()).label("share"),
        )
        .join_from(per_store, store, store.c.store_key == per_store.c.store_key)
        .join(place, place.c.place_key == store.c.place_key)
        .outerjoin(buyers, buyers.c.store_key == per_store.c.store_key)
        .order_by(per_store.c.revenue.desc(), store.c.store_id)
    )


def _sums() -> Subquery:
    key = store_sale.c.store_key
    gross = total(store_sale.c.amount + store_sale.c.freight).label("gross")
    return select(key, gross, *(figure.sql for figure in _SUMS)).group_by(key).subquery("per_store")


def _buyers() -> Subquery:
    """Known people per store."""
    key = store_visit.c.store_key
    return select(key, func.count().label("customers")).select_from(store_visit).group_by(key).subquery("buyers")

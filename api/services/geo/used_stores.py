"""The store each customer uses: where most of their orders of the selection were placed."""

from sqlalchemy import BigInteger, ColumnElement, Subquery, case, func, literal_column, select

from api.models.warehouse import store
from api.services.distances import km_between
from api.services.views import person, store_visit

_STORES = literal_column(str(1 << 31), BigInteger)
"""More than there are stores: orders and the rank of a store's id fit into one number, whose largest is sought."""


def used_stores() -> Subquery:
    """Query each customer's most used store and where it stands; ties go to the smallest store id."""
    rank = func.row_number().over(order_by=store.c.store_id.desc()).label("rank")
    shops = select(store.c.store_key, store.c.latitude, store.c.longitude, rank).where(store.c.store_key > 0)
    visited, shop = shops.subquery("visited"), shops.subquery("shop")
    best = (
        select(store_visit.c.customer_key, func.max(store_visit.c.orders * _STORES + visited.c.rank).label("best"))
        .join_from(store_visit, visited, visited.c.store_key == store_visit.c.store_key)
        .group_by(store_visit.c.customer_key)
        .subquery("best")
    )
    return (
        select(best.c.customer_key, shop.c.store_key, shop.c.latitude, shop.c.longitude)
        .join_from(best, shop, shop.c.rank == best.c.best % _STORES)
        .subquery("used")
    )


def used_km(used: Subquery) -> ColumnElement[float]:
    """Kilometres from a person's home to the store used; the distance to the nearest one is known already."""
    is_nearest = used.c.store_key == person.c.nearest_store_key
    return case((is_nearest, person.c.nearest_store_km), else_=km_between(person, used))

"""The store each customer uses: where most of their orders of the selection were placed."""

from sqlalchemy import BigInteger, Subquery, func, literal_column, select

from api.models.warehouse import store
from api.services.distances import km_between
from api.services.views import person, store_visit

_STORES = literal_column(str(1 << 31), BigInteger)
"""More than there are stores: orders and the rank of a store's id fit into one number, whose largest is sought."""


def used_stores() -> Subquery:
    """Query each person's most used store and kilometres to it; ties go to the smallest store id."""
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
        select(best.c.customer_key, shop.c.store_key.label("used_store_key"), km_between(person, shop).label("used_km"))
        .join_from(best, shop, shop.c.rank == best.c.best % _STORES)
        .join(person, person.c.customer_key == best.c.customer_key)
        .subquery("used")
    )

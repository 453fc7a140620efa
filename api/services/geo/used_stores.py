"""The store each customer uses: where most of their orders of the selection were placed."""

from sqlalchemy import Subquery, func, select

from api.models.warehouse import store
from api.services.distances import km_between
from api.services.views import person, store_sale


def used_stores() -> Subquery:
    """Query each person's most used store and kilometres to it; ties go to the smallest store id."""
    visits = (
        select(store_sale.c.customer_key, store_sale.c.store_key, func.count().label("orders"))
        .where(store_sale.c.customer_key > 0, store_sale.c.store_key > 0)
        .group_by(store_sale.c.customer_key, store_sale.c.store_key)
        .subquery("visits")
    )
    order = (visits.c.orders.desc(), store.c.store_id)
    rank = func.row_number().over(partition_by=visits.c.customer_key, order_by=order).label("rank")
    ranked = (
        select(visits.c.customer_key, visits.c.store_key, km_between(person, store).label("used_km"), rank)
        .join_from(visits, store, store.c.store_key == visits.c.store_key)
        .join(person, person.c.customer_key == visits.c.customer_key)
        .subquery("ranked")
    )
    return (
        select(ranked.c.customer_key, ranked.c.store_key.label("used_store_key"), ranked.c.used_km)
        .where(ranked.c.rank == 1)
        .subquery("used")
    )

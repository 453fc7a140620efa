"""How far customers live from the stores they use."""

from typing import Any

from sqlalchemy import Select, Subquery, select

from api.models.warehouse import customer, store
from api.services.distances import km_between
from api.services.views import store_sale, store_visit


def customers_of_stores() -> Select[Any]:
    """One row per known customer and store used, with the number of orders."""
    return select(store_visit.c.store_key, store_visit.c.customer_key, store_visit.c.orders)


def orders_of_stores() -> Select[Any]:
    """One row per order of a known customer and store used."""
    return select(store_sale.c.store_key, store_sale.c.customer_key).where(store_sale.c.customer_key > 0)


def with_km(pairs: Subquery) -> Select[Any]:
    """Add the great circle from the customer's home to the store; absent where either place is unknown."""
    return (
        select(*pairs.c, km_between(customer, store).label("km"))
        .join_from(pairs, customer, customer.c.customer_key == pairs.c.customer_key)
        .join(store, store.c.store_key == pairs.c.store_key)
    )


def of_known_length(pairs: Subquery) -> Select[Any]:
    """Add the great circle, and leave out pairs with an unknown place."""
    return with_km(pairs).where(customer.c.latitude.is_not(None), store.c.latitude.is_not(None))

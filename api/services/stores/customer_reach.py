"""How many customers each store reaches, and from how far."""

from typing import Any

from sqlalchemy import CTE, Label, Select, Subquery, func, literal_column, select

from api.models.warehouse import store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.dimensions import store_id, store_name
from api.services.quantiles import covering
from api.services.sql import ratio
from api.services.stores.trips import customers_of_stores, with_km
from api.services.units import Unit

_ONE: Label[int] = literal_column("1").label("one")
_PERCENTS = (50, 70, 80)
_RADII = tuple(
    Column(f"radius_{percent}_km", Unit.KM, f"Smallest distance within which {percent} % of its customers live.")
    for percent in _PERCENTS
)
COLUMNS = (
    store_id,
    store_name,
    Column("customers", Unit.COUNT, "Known people who bought there, each counted once."),
    Column("share", Unit.SHARE, "Share of all customers in the selection; who uses two stores counts for both."),
    Column("located", Unit.COUNT, "Customers whose distance to the store is known."),
    *_RADII,
)


@analysis(
    title="How many customers does each store reach?",
    columns=COLUMNS,
    requires=("orders", "known_customers"),
)
def customer_reach() -> Select[Any]:
    """Customers per store, and the radii of its trade area, most customers first.

    A radius is the smallest distance-ordered set of the store's customers that holds 50, 70 or 80 % of them
    (Applebaum 1966), great circle from the home to the store; absent where homes or stores have no coordinates.
    """
    pairs = customers_of_stores().cte("pairs")
    reach, everybody = _reach(pairs), _everybody(pairs)
    return (
        select(
            store_id.sql,
            store_name.sql,
            reach.c.customers,
            ratio(reach.c.customers, everybody.c.customers).label("share"),
            reach.c.located,
            *(reach.c[radius.name] for radius in _RADII),
        )
        .join_from(reach, store, store.c.store_key == reach.c.store_key)
        .join(everybody, everybody.c.one == reach.c.one)
        .order_by(reach.c.customers.desc(), store.c.store_id)
    )


def _reach(pairs: CTE) -> Subquery:
    trips = with_km(select(pairs).subquery("visits")).subquery("trips")
    radii = covering(trips.c.km, *(percent / 100 for percent in _PERCENTS))
    return (
        select(
            _ONE,
            trips.c.store_key,
            func.count().label("customers"),
            func.count(trips.c.km).label("located"),
            *(radius.label(column.name) for column, radius in zip(_RADII, radii, strict=True)),
        )
        .group_by(trips.c.store_key)
        .subquery("reach")
    )


def _everybody(pairs: CTE) -> Subquery:
    people = select(pairs.c.customer_key).distinct().subquery("people")
    return select(_ONE, func.count().label("customers")).select_from(people).subquery("everybody")

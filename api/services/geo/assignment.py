"""Nearest store against the store used."""

from typing import Any

from sqlalchemy import Select, Subquery, case, func, or_, select

from api.models.warehouse import store
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.geo.used_stores import used_km, used_stores
from api.services.sql import ratio
from api.services.units import Unit
from api.services.views import person
from api.services.warehouse import Row

COLUMNS = (
    Column("nearest_store", Unit.TEXT, "Id of the store nearest to the homes."),
    Column("nearest_name", Unit.TEXT, "Its name, empty where it has none."),
    Column("used_store", Unit.TEXT, "Id of the store these customers use most."),
    Column("used_name", Unit.TEXT, "Its name, empty where it has none."),
    Column("customers", Unit.COUNT, "Known people between the two."),
    Column("share", Unit.SHARE, "Of all customers in the selection."),
    Column("extra_km", Unit.KM, "Mean way they go beyond the nearest store; 0 where they use the nearest."),
)

_SAME_KM = 0.001
"""Stores whose distance differs by less are equally near."""


def _told(rows: list[Row], question: Question) -> list[Row]:
    """Say in the summary how many use their nearest store."""
    if rows:
        question.summary["use_nearest"] = rows[0]["use_nearest"]
    return rows


@analysis(
    title="Do customers use their nearest store?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("orders", "coordinates", "store_coordinates"),
    refine=_told,
)
def assignment() -> Select[Any]:
    """Customers by nearest store and by the store used, most first.

    The store used is the one with most of the customer's orders in the selection; ties go to the smallest id. Distances
    are great circles (haversine). A customer who uses a store no farther than the nearest has no extra way.
    `summary` says which share of all uses the nearest one, or another that is as near: two stores in one building.
    """
    between = _between()
    near, chosen = store.alias("near"), store.alias("chosen")
    everybody = func.sum(between.c.customers).over()
    is_nearest = or_(near.c.store_id == chosen.c.store_id, between.c.extra_km < _SAME_KM)
    at_home = case((is_nearest, between.c.customers), else_=0)
    return (
        select(
            near.c.store_id.label("nearest_store"),
            near.c.name.label("nearest_name"),
            chosen.c.store_id.label("used_store"),
            chosen.c.name.label("used_name"),
            between.c.customers,
            ratio(between.c.customers, everybody).label("share"),
            between.c.extra_km,
            ratio(func.sum(at_home).over(), everybody).label("use_nearest"),
        )
        .join_from(between, near, near.c.store_key == between.c.nearest_store_key)
        .join(chosen, chosen.c.store_key == between.c.store_key)
        .order_by(between.c.customers.desc(), near.c.store_id, chosen.c.store_id)
    )


def _between() -> Subquery:
    """Query people by nearest store and store used, and their mean detour."""
    used = used_stores()
    pair = (person.c.nearest_store_key, used.c.store_key)
    return (
        select(
            *pair,
            func.count().label("customers"),
            func.avg(used_km(used) - person.c.nearest_store_km).label("extra_km"),
        )
        .join_from(person, used, used.c.customer_key == person.c.customer_key)
        .where(person.c.nearest_store_key > 0, used.c.latitude.is_not(None))
        .group_by(*pair)
        .subquery("between")
    )

"""Sales by country, state or city: places put together under one number, which groups faster than names."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Subquery, case, func, select

from api.models.warehouse import place
from api.services.sql import ratio, total
from api.services.views import sale


class Level(StrEnum):
    """How finely places are told apart."""

    COUNTRY = "country"
    STATE = "state"
    CITY = "city"


_COUNTRY = ("country", "country_code")
_STATE = (*_COUNTRY, "state_code", "state")
KNOWN_AT = {Level.COUNTRY: _COUNTRY, Level.STATE: _STATE, Level.CITY: (*_STATE, "city")}
"""Columns of `place` that name a region of each level."""


def sums(level: Level) -> Subquery:
    """Money in millionths (`gross`), `orders` and their middle for each `region`, the smallest key of its places."""
    gross = total(sale.c.amount + sale.c.freight).label("gross")
    here = select(sale.c.place_key, gross, func.count().label("orders")).group_by(sale.c.place_key).subquery("here")
    regions = _regions(level)
    middle = (_mean(regions.c[name], here.c.orders).label(name) for name in ("latitude", "longitude"))
    return (
        select(regions.c.region, total(here.c.gross).label("gross"), total(here.c.orders).label("orders"), *middle)
        .join_from(here, regions, regions.c.place_key == here.c.place_key)
        .group_by(regions.c.region)
        .subquery("sums")
    )


def _mean(value: ColumnElement[Any], weight: ColumnElement[Any]) -> ColumnElement[float]:
    """Weighted mean of the known values."""
    return ratio(func.sum(value * weight), func.sum(case((value.is_not(None), weight))))


def people(level: Level) -> Subquery:
    """`number` of known people with a live order in each `region`, everybody once per region."""
    return different(level, sale, "customer_key").subquery("people")


def different(level: Level, found: FromClause, key: str) -> Select[Any]:
    """How many different values of a key each region has, the unknown one left out."""
    regions = _regions(level)
    pairs = (
        select(regions.c.region, found.c[key])
        .join_from(found, regions, regions.c.place_key == found.c.place_key)
        .where(found.c[key] > 0)
        .distinct()
        .subquery("pairs")
    )
    return select(pairs.c.region, func.count().label("number")).group_by(pairs.c.region)


def _regions(level: Level) -> Subquery:
    """Each place with its region."""
    names = [place.c[name] for name in KNOWN_AT[level]]
    region = func.min(place.c.place_key).over(partition_by=names).label("region")
    return select(place.c.place_key, region, place.c.latitude, place.c.longitude).subquery("regions")

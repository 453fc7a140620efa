"""Customers by the state or city they live in, and how densely."""

from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Select, Subquery, case, cast, func, literal, null, select

from api.models.warehouse import place
from api.services.analysis import analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.filters import PeopleFilters
from api.services.sql import ratio, total
from api.services.stores.regions import Level
from api.services.units import Unit
from api.services.views import buyer, person
from api.services.warehouse import Dataset
from api.services.wording import worded

COLUMNS = (
    Column("country", Unit.TEXT, "Country of the home, as the source names it."),
    Column("state", Unit.TEXT, "State of the home, by its code; empty on the level of countries."),
    Column("state_name", Unit.TEXT, "State of the home, in full; empty on the level of countries."),
    Column("city", Unit.TEXT, "City of the home; empty on the levels above."),
    Column("customers", Unit.COUNT, "Known people who live there and have a live order in the selection."),
    Column("share", Unit.SHARE, "Of all of them in the selection."),
    Column("area_km2", Unit.NUMBER, "Square kilometres of the state, inland waters included; absent for cities."),
    Column("per_100_km2", Unit.NUMBER, "Customers per 100 square kilometres; absent where the area is unknown."),
)
_CAPABILITIES = {Level.COUNTRY: "countries", Level.STATE: "states", Level.CITY: "cities"}
_NAMES = {
    Level.COUNTRY: {"country": place.c.country},
    Level.STATE: {"country": place.c.country, "state": place.c.state_code, "state_name": place.c.state},
}
_NAMES[Level.CITY] = _NAMES[Level.STATE] | {"city": place.c.city}


@analysis(title="Where do the customers live closest together?", columns=COLUMNS, filters=PeopleFilters, requires=())
def density(
    data: Dataset,
    level: Annotated[
        Level | None,
        Field(description="How finely homes are told apart; states where not said.", examples=["state"]),
    ] = None,
) -> Select[Any]:
    """Known customers by state or city of their home, most first, and per 100 square kilometres.

    per_100_km2 = customers / area x 100, with the area of the whole state from public boundaries. The areas of cities
    are not known, nor that of a country told apart by states, so nothing is said of their density. In a data set
    without orders everybody counts.
    """
    level = level or _finest(data)
    if (capability := _CAPABILITIES[level]) not in data.capabilities:
        raise NotInThisData(
            worded("This data set has no {missing}; ask for a coarser level.", missing=needed(capability))
        )
    homes = _homes(level, data)
    per_area = ratio(homes.c.customers * 100, homes.c.area_km2)
    return select(
        *(homes.c[name] if name in homes.c else literal("").label(name) for name in _NAMES[Level.CITY]),
        homes.c.customers,
        ratio(homes.c.customers, func.sum(homes.c.customers).over()).label("share"),
        homes.c.area_km2,
        per_area.label("per_100_km2"),
    ).order_by(homes.c.customers.desc(), *(homes.c[name] for name in _NAMES[level]))


def _finest(data: Dataset) -> Level:
    return Level.STATE if "states" in data.capabilities else Level.COUNTRY


def _homes(level: Level, data: Dataset) -> Subquery:
    """Customers and area of each state, city or country."""
    people = _people(data)
    return (
        select(
            *(column.label(name) for name, column in _NAMES[level].items()),
            total(people.c.customers).label("customers"),
            _area(level).label("area_km2"),
        )
        .join_from(people, place, place.c.place_key == people.c.place_key)
        .group_by(*_NAMES[level].values())
        .subquery("homes")
    )


def _area(level: Level) -> ColumnElement[Any]:
    match level:
        case Level.CITY:
            return cast(null(), place.c.area_km2.type)
        case Level.STATE:
            return func.max(place.c.area_km2)
        case Level.COUNTRY:
            return case((func.max(place.c.state) == "", func.max(place.c.area_km2)))


def _people(data: Dataset) -> Subquery:
    """Customers per place of their homes."""
    homes = select(person.c.place_key, func.count().label("customers")).group_by(person.c.place_key)
    if "orders" not in data.capabilities:
        return homes.select_from(person).subquery("people")
    return homes.join_from(person, buyer, buyer.c.customer_key == person.c.customer_key).subquery("people")

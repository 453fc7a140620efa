"""Sales by the place they were made in."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Select, func, literal, select

from api.models.warehouse import place
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.measures import by_order
from api.services.units import Unit
from api.services.views import sale
from api.services.warehouse import Dataset


class Level(StrEnum):
    """How finely places are told apart."""

    COUNTRY = "country"
    STATE = "state"
    CITY = "city"


_CAPABILITIES = {Level.COUNTRY: "countries", Level.STATE: "states", Level.CITY: "cities"}
_COUNTRY = ("country", "country_code")
_STATE = (*_COUNTRY, "state_code", "state")
_KNOWN_AT = {Level.COUNTRY: _COUNTRY, Level.STATE: _STATE, Level.CITY: (*_STATE, "city")}
_SOURCES = {
    "country": "country",
    "country_code": "country_code",
    "state": "state_code",
    "state_name": "state",
    "city": "city",
}
_FIGURES = (by_order.revenue, by_order.orders, by_order.order_value, by_order.customers)
COLUMNS = (
    Column("country", Unit.TEXT, "Country, as the source names it."),
    Column("country_code", Unit.TEXT, "ISO 3166-1 code of the country, empty where it has none."),
    Column("state", Unit.TEXT, "State, by its code; empty on the level of countries."),
    Column("state_name", Unit.TEXT, "State, in full; empty on the level of countries."),
    Column("city", Unit.TEXT, "City; empty on the levels above."),
    Column("latitude", Unit.DEGREE, "Middle of its places; absent where unknown."),
    Column("longitude", Unit.DEGREE, "Middle of its places; absent where unknown."),
    *_FIGURES,
)


@analysis(title="Where is it sold?", columns=COLUMNS)
def places(
    data: Dataset,
    level: Annotated[Level, Field(description="How finely places are told apart.", examples=["state"])] = Level.STATE,
) -> Select[Any]:
    """Sales by country, state or city of the place of sale, highest revenue first.

    The place of sale is the store's for shops and the buyer's for web shops and marketplaces.
    """
    if (capability := _CAPABILITIES[level]) not in data.capabilities:
        raise NotInThisData(f"This data set has no {capability}; ask for a coarser level.")
    shown = [place.c[name] for name in _KNOWN_AT[level]]
    names: dict[str, ColumnElement[Any]] = {name: place.c[source] for name, source in _SOURCES.items()}
    hidden = {name: literal("") for name, source in _SOURCES.items() if source not in _KNOWN_AT[level]}
    middle = [func.avg(place.c[name]).label(name) for name in ("latitude", "longitude")]
    query: Select[Any] = (
        select(*(c.label(name) for name, c in (names | hidden).items()), *middle, *(figure.sql for figure in _FIGURES))
        .join_from(sale, place, place.c.place_key == sale.c.place_key)
        .group_by(*shown)
        .order_by(by_order.revenue.sql.desc(), *shown)
    )
    return query

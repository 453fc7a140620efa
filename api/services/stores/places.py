"""Sales by the place they were made in."""

from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Select, func, literal, select

from api.models.warehouse import place
from api.services.analysis import Question, analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.comparing import Compared
from api.services.errors import NotInThisData
from api.services.measures import by_order
from api.services.sql import money, ratio
from api.services.stores import regions
from api.services.stores.regions import KNOWN_AT, Level
from api.services.units import Unit
from api.services.warehouse import Dataset, Row
from api.services.wording import worded

_CAPABILITIES = {Level.STATE: "states", Level.CITY: "cities", Level.COUNTRY: "countries"}
"""What each level needs, in the order of preference where none is asked for."""

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
    Column("latitude", Unit.DEGREE, "Middle of its orders' places; absent where unknown."),
    Column("longitude", Unit.DEGREE, "Middle of its orders' places; absent where unknown."),
    *_FIGURES,
    Column("share", Unit.SHARE, "Share of the selection's revenue, of all places also where `limit` cuts the list."),
)
AskedLevel = Annotated[
    Level | None,
    Field(
        description="How finely places are told apart; where not said by state, or as finely as the data allows.",
        examples=["state"],
    ),
]


def _with_its_level(rows: list[Row], question: Question) -> list[Row]:
    question.summary["level"] = _level(question.option("level"), question.data)
    return rows


def _level(asked: Level | None, data: Dataset) -> Level:
    """The level asked for, else by preference.

    Raises NotInThisData where the data does not know it.
    """
    known = [level for level, capability in _CAPABILITIES.items() if capability in data.capabilities]
    if asked and asked not in known:
        raise NotInThisData(
            worded("This data set has no {missing}; ask for a coarser level.", missing=needed(_CAPABILITIES[asked]))
        )
    if not known:
        raise NotInThisData(
            worded("This data set does not say where it sold; load data with countries, states or cities.")
        )
    return asked or known[0]


def _revenue(data: Dataset, level: Level | None) -> Select[Any]:
    shown = _level(level, data)
    sums = regions.sums(shown)
    return select(*_names(shown), money(sums.c.gross).label("revenue")).join_from(
        sums, place, place.c.place_key == sums.c.region
    )


def _names(level: Level) -> list[ColumnElement[Any]]:
    """Country, state and city of the region, empty where it is larger."""
    known = KNOWN_AT[level]
    return [(place.c[source] if source in known else literal("")).label(name) for name, source in _SOURCES.items()]


@analysis(
    title="Where is it sold?",
    columns=COLUMNS,
    refine=_with_its_level,
    compared=Compared(_revenue, by=tuple(_SOURCES)),
)
def places(data: Dataset, level: AskedLevel = None) -> Select[Any]:
    """Sales by country, state or city of the place of sale, highest revenue first.

    The place of sale is the store's for shops and the buyer's for web shops and marketplaces. The summary says which
    level is shown. A customer who bought in two places counts in both, so customers must not be added up over places.
    """
    shown = _level(level, data)
    sums, people = regions.sums(shown), regions.people(shown)
    return (
        select(
            *_names(shown),
            sums.c.latitude,
            sums.c.longitude,
            money(sums.c.gross).label("revenue"),
            sums.c.orders,
            money(ratio(sums.c.gross, sums.c.orders)).label("order_value"),
            func.coalesce(people.c.number, 0).label("customers"),
            ratio(sums.c.gross, func.sum(sums.c.gross).over()).label("share"),
        )
        .join_from(sums, place, place.c.place_key == sums.c.region)
        .outerjoin(people, people.c.region == sums.c.region)
        .order_by(sums.c.gross.desc(), *(place.c[name] for name in KNOWN_AT[shown]))
    )

"""How order values are spread."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Integer, Select, Subquery, func, literal_column, select

from api.models.warehouse import store
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.histogram import extent_of_counts, histogram
from api.services.quantiles import quartiles
from api.services.sql import money
from api.services.units import Unit
from api.services.views import sale, store_sale
from api.services.warehouse import Row


class Whose(StrEnum):
    """Whose orders are put together."""

    ALL = "all"
    STORE = "store"


_BINS = (
    Column("from", Unit.MONEY, "Lower edge of the bin, which belongs to it; absent by store."),
    Column("to", Unit.MONEY, "Upper edge, of the next bin; absent by store and where the last bin takes all above."),
)
_STORE = (
    Column("store", Unit.TEXT, "Id of the store or marketplace seller; empty for bins."),
    Column("name", Unit.TEXT, "Name of the store; empty for bins."),
)
_COUNTS = (
    Column("orders", Unit.COUNT, "Live orders in the bin, or with a line in the store."),
    Column("share", Unit.SHARE, "Of the live orders of the selection; by store absent, as orders may have several."),
)
_FIVE_NUMBERS = (
    Column("lowest", Unit.MONEY, "Smallest order value of the store; absent for bins."),
    Column("lower_quartile", Unit.MONEY, "A quarter of its orders lies below, linearly interpolated."),
    Column("median", Unit.MONEY, "Half of its orders lie below, linearly interpolated."),
    Column("upper_quartile", Unit.MONEY, "Three quarters of its orders lie below, linearly interpolated."),
    Column("highest", Unit.MONEY, "Largest order value of the store."),
)
_ABSENT_FROM_BINS: Row = {"store": "", "name": ""} | {column.name: None for column in _FIVE_NUMBERS}
_ABSENT_BY_STORE: Row = {"from": None, "to": None, "share": None}


def _spread(rows: list[Row], question: Question) -> list[Row]:
    if question.option("by") == Whose.STORE:
        return [_ABSENT_BY_STORE | row for row in rows]
    return [_ABSENT_FROM_BINS | row for row in histogram(rows, _values(), "orders", question)]


@analysis(
    title="How are order values spread?",
    columns=(*_BINS, *_STORE, *_COUNTS, *_FIVE_NUMBERS),
    refine=_spread,
    limit=None,
)
def value_distribution(
    by: Annotated[
        Whose, Field(description="All orders in bins, or the five-number summary of each store.", examples=["all"])
    ] = Whose.ALL,
    bins: Annotated[int, Field(ge=2, le=100, description="Most bins.", examples=[20])] = 20,
) -> Select[Any]:
    """Live orders by value in bins of equal, round width; by store smallest, largest, median and quartiles.

    The bins reach up to the value that 99 of 100 orders stay below; the last one takes all above, so that a few very
    large orders do not flatten the picture. Mean and median are in the summary. Stores come by median, highest first.
    """
    return _per_store() if by == Whose.STORE else extent_of_counts(_values())


def _values() -> Subquery:
    """Each order value and how many orders have it."""
    value, one = sale.c.amount + sale.c.freight, literal_column("1", Integer)
    counts = select(value.label("value"), func.count().label("times")).group_by(value).subquery("counts")
    return select(*counts.c, counts.c.value.label("gross"), one.label("orders")).subquery("per_value")


def _per_store() -> Select[Any]:
    value = store_sale.c.amount + store_sale.c.freight
    five = (func.min(value), *quartiles(value), func.max(value))
    each = (
        select(
            store_sale.c.store_key,
            func.count().label("orders"),
            *(money(number).label(column.name) for column, number in zip(_FIVE_NUMBERS, five, strict=True)),
        )
        .group_by(store_sale.c.store_key)
        .subquery("each")
    )
    return (
        select(store.c.store_id.label("store"), store.c.name, *list(each.c)[1:])
        .join_from(each, store, store.c.store_key == each.c.store_key)
        .order_by(each.c.median.desc(), store.c.store_id)
    )

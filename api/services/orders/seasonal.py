"""When in the year, the week and the day it is sold."""

from collections import Counter
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from sqlalchemy import Select, func, select

from api.models.warehouse import calendar
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.series import span_of
from api.services.sql import money, total
from api.services.units import Unit
from api.services.views import sale
from api.services.warehouse import Dataset, Row
from api.services.wording import worded


class Axis(StrEnum):
    """What repeats."""

    MONTH = "month"
    WEEKDAY = "weekday"
    HOUR = "hour"


_HOURS = 24
_NOTHING: Row = {"orders": 0, "revenue": 0.0}
_Kind = tuple[int | None, int | None]
COLUMNS = (
    Column("month", Unit.COUNT, "Month of the year, 1 to 12; absent where not asked for."),
    Column("weekday", Unit.COUNT, "1 Monday to 7 Sunday; absent where not asked for."),
    Column("hour", Unit.COUNT, "Hour of the day, 0 to 23; absent where not asked for."),
    Column("days", Unit.COUNT, "Days of that kind from the first to the last day of the selection."),
    Column("orders", Unit.COUNT, "Live orders on all these days, in that hour where hours are asked for."),
    Column("revenue", Unit.MONEY, "Their amounts and freight, before returns."),
    Column(
        "index", Unit.NUMBER, "Revenue per such day, or hour, against that of the average day, or hour; 1 is average."
    ),
)


def _axes(text: str) -> str:
    """Refuse what is not a list of different axes."""
    names = text.split(",")
    if len(set(names)) < len(names) or not set(names) <= set(Axis):
        axes = ", ".join(Axis)
        raise ValueError(worded("needs one or several of {axes}, each once, separated by commas", axes=axes))
    return text


Axes = Annotated[
    str,
    AfterValidator(_axes),
    Field(description="Axes of the pattern: month, weekday, hour, separated by commas.", examples=["weekday,hour"]),
]


def _pattern(rows: list[Row], question: Question) -> list[Row]:
    """Add the cells without a sale, and compare each cell with the average."""
    axes = question.option("by").split(",")
    days = _days_of_each_kind(rows, question, axes)
    hours = range(_HOURS) if Axis.HOUR in axes else (None,)
    slots = days.total() * len(hours)
    average = sum(row["revenue"] for row in rows) / slots if slots else 0.0
    found = {(row.get("month"), row.get("weekday"), row.get("hour")): row for row in rows}
    cells = [
        _cell(found.get((*kind, hour), _NOTHING), n, average) | dict(zip(Axis, (*kind, hour), strict=True))
        for kind, n in sorted(days.items())
        for hour in hours
    ]
    question.summary["strongest"] = max(cells, key=lambda cell: cell["index"]) if average else None
    return cells


def _days_of_each_kind(rows: list[Row], question: Question, axes: list[str]) -> Counter[_Kind]:
    """Days of the selection by month of the year and weekday, where these are asked for."""
    ends = [{"period": min(row["first"] for row in rows)}, {"period": max(row["last"] for row in rows)}] if rows else []
    span = span_of(ends, question)
    days = (span.start + timedelta(days=n) for n in range(span.days)) if span else ()
    return Counter(
        (day.month if Axis.MONTH in axes else None, day.isoweekday() if Axis.WEEKDAY in axes else None) for day in days
    )


def _cell(row: Row, days: int, average: float) -> Row:
    index = row["revenue"] / days / average if average else None
    return {"days": days, "orders": row["orders"], "revenue": row["revenue"], "index": index}


@analysis(title="When is it sold?", columns=COLUMNS, refine=_pattern, limit=None)
def seasonal(data: Dataset, by: Axes = "month,weekday") -> Select[Any]:
    """Orders and revenue by month of the year, weekday and hour, in any combination.

    index = revenue per day of that kind / revenue per day of the whole selection; with hours, per hour. So a month
    that the data covers twice, or in part, compares fairly, and days without a sale count. Cells without a sale are 0.
    The summary holds the cell with the highest index.
    """
    axes = by.split(",")
    if Axis.HOUR in axes and "time_of_day" not in data.capabilities:
        raise NotInThisData(worded("This data set has no times of day; ask for month and weekday."))
    keys = [sale.c.day, *([sale.c.hour] if Axis.HOUR in axes else [])]
    sums = (func.count().label("orders"), total(sale.c.amount + sale.c.freight).label("gross"))
    per_day = select(*keys, *sums).group_by(*keys).subquery("per_day")
    known = {Axis.MONTH: calendar.c.month_of_year, Axis.WEEKDAY: calendar.c.weekday}
    asked = [per_day.c.hour if name == Axis.HOUR else known[Axis(name)] for name in axes]
    return (
        select(
            *(column.label(name) for name, column in zip(axes, asked, strict=True)),
            func.min(per_day.c.day).label("first"),
            func.max(per_day.c.day).label("last"),
            total(per_day.c.orders).label("orders"),
            money(total(per_day.c.gross)).label("revenue"),
        )
        .join_from(per_day, calendar, calendar.c.day == per_day.c.day)
        .group_by(*asked)
        .order_by(*asked)
    )

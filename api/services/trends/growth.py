"""Growth against the period before and the year before."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, func, select

from api.models.warehouse import calendar
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.comparing import change
from api.services.periods import Grain, Period, next_start, period_start, starts_between, year_earlier
from api.services.series import is_complete, span_of
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import sale
from api.services.warehouse import Row


class Measure(StrEnum):
    """What grows."""

    REVENUE = "revenue"
    ORDERS = "orders"
    ORDER_VALUE = "order_value"


COLUMNS = (
    Column("period", Unit.DAY, "First day of the period."),
    Column("value", Unit.NUMBER, "Revenue, orders or revenue per order of the period."),
    Column("previous", Unit.NUMBER, "Of the whole period before; absent where the data does not cover it."),
    Column("change", Unit.CHANGE, "(value - previous) / previous, between whole periods only."),
    Column("year_before", Unit.NUMBER, "Of the whole period a year before; absent where the data does not cover it."),
    Column("year_change", Unit.CHANGE, "(value - year_before) / year_before, between whole periods only."),
    Column("complete", Unit.FLAG, "Whether the data and the selection cover the whole period."),
)


def _compared(rows: list[Row], question: Question) -> list[Row]:
    grain, span = question.option("grain"), span_of(rows, question)
    if span is None:
        return []
    nothing = None if question.option("measure") is Measure.ORDER_VALUE else 0
    found = {row["period"]: row["value"] for row in rows}
    starts = starts_between(span.start, span.end, grain)
    whole = _before(starts[0], question, nothing)
    whole |= {start: found.get(start, nothing) for start in starts if is_complete(start, grain, span)}
    compared = [
        _row(start, found.get(start, nothing), whole, grain, complete=is_complete(start, grain, span))
        for start in starts
    ]
    latest = next((row for row in reversed(compared) if row["complete"]), None)
    question.summary["latest"] = latest and {name: latest[name] for name in ("period", "change", "year_change")}
    return compared


def _before(first: date, question: Question, nothing: int | None) -> dict[date, Any]:
    """Values of the whole periods of the data up to the one that begins at `first`, as far back as they are needed."""
    grain, data = question.option("grain"), question.data
    earliest = min(year_earlier(first, grain), period_start(first - timedelta(days=1), grain))
    last = next_start(first, grain) - timedelta(days=1)
    rows = question.rows(
        question.analysis.ask(question.option("measure"), grain), question.params.within(Period(earliest, last))
    )
    found = {row["period"]: row["value"] for row in rows}
    covered = Period(data.first_day or earliest, data.as_of or last)
    return {
        start: found.get(start, nothing)
        for start in starts_between(earliest, last, grain)
        if is_complete(start, grain, covered)
    }


def _row(start: date, value: Any, whole: dict[date, Any], grain: Grain, *, complete: bool) -> Row:
    previous = whole.get(period_start(start - timedelta(days=1), grain)) if complete else None
    year_before = whole.get(year_earlier(start, grain)) if complete else None
    return {
        "period": start,
        "value": value,
        "previous": previous,
        "change": change(value, previous),
        "year_before": year_before,
        "year_change": change(value, year_before),
        "complete": complete,
    }


@analysis(title="How do sales grow?", columns=COLUMNS, refine=_compared, limit=None)
def growth(
    measure: Annotated[Measure, Field(description="What grows.", examples=["orders"])] = Measure.REVENUE,
    grain: Annotated[Grain, Field(description="Length of the periods.", examples=["month"])] = Grain.MONTH,
) -> Select[Any]:
    """Revenue, orders or order value of each period against the period before and the same period a year before.

    Only whole periods are compared: a period that the data or the selection covers in part is marked and has no
    growth. Days and weeks are compared with 52 weeks before, so that weekdays agree. Comparisons reach back beyond the
    first day of the selection where the data does.
    """
    gross = total(sale.c.amount + sale.c.freight).label("gross")
    per_day = select(sale.c.day, gross, func.count().label("orders")).group_by(sale.c.day).subquery("per_day")
    revenue, orders = total(per_day.c.gross), total(per_day.c.orders)
    values = {
        Measure.REVENUE: money(revenue),
        Measure.ORDERS: orders,
        Measure.ORDER_VALUE: money(ratio(revenue, orders)),
    }
    period = calendar.c[grain]
    return (
        select(period.label("period"), values[measure].label("value"))
        .join_from(per_day, calendar, calendar.c.day == per_day.c.day)
        .group_by(period)
        .order_by(period)
    )

"""Revenue, orders and order value over time."""

from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, func, select

from api.models.warehouse import calendar
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.measures import by_order
from api.services.periods import Grain, Period, next_start, starts_between, year_earlier
from api.services.series import is_complete, span_of
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import returned, sale
from api.services.warehouse import Row

COLUMNS = (
    Column("period", Unit.DAY, "First day of the period."),
    by_order.revenue,
    Column("net_revenue", Unit.MONEY, "Revenue minus what was paid back in the period."),
    by_order.orders,
    by_order.order_value,
    Column("revenue_year_before", Unit.MONEY, "Revenue of the same period a year before; absent where not covered."),
    Column("complete", Unit.FLAG, "Whether the data and the selection cover the whole period."),
)


def _filled(rows: list[Row], question: Question) -> list[Row]:
    grain = question.option("grain")
    span = span_of(rows, question)
    if span is None:
        return []
    found = {row["period"]: row for row in rows}
    before = _year_before(question, span, grain)
    return [
        found.get(start, _nothing(start))
        | {"revenue_year_before": before.get(start), "complete": is_complete(start, grain, span)}
        for start in starts_between(span.start, span.end, grain)
    ]


def _nothing(start: date) -> Row:
    return {"period": start, "revenue": 0.0, "net_revenue": 0.0, "orders": 0, "order_value": None}


def _year_before(question: Question, span: Period, grain: Grain) -> dict[date, float]:
    """Revenue of each period's counterpart a year earlier, by the period's own start."""
    counterparts = {start: year_earlier(start, grain) for start in starts_between(span.start, span.end, grain)}
    covered = {start: earlier for start, earlier in counterparts.items() if _covers(question, earlier)}
    if not covered:
        return {}
    last = next_start(max(covered.values()), grain) - timedelta(days=1)
    filters = question.params.within(Period(min(covered.values()), last))
    rows = {row["period"]: row["revenue"] for row in question.rows(_series(grain), filters)}
    return {start: rows.get(earlier, 0.0) for start, earlier in covered.items()}


def _covers(question: Question, day: date) -> bool:
    return question.data.first_day is not None and question.data.first_day <= day


@analysis(title="How do sales develop?", columns=COLUMNS, refine=_filled, limit=None)
def trend(
    grain: Annotated[Grain, Field(description="Length of the periods.", examples=["month"])] = Grain.MONTH,
) -> Select[Any]:
    """Revenue, orders and order value by day, week, month, quarter or year, with the year before.

    Weeks begin on Monday. Periods without a sale count 0. A period that the data or the selection covers only in part
    is marked as not complete.
    """
    return _series(grain)


def _series(grain: Grain) -> Select[Any]:
    start = calendar.c[grain]
    per_day = (
        select(sale.c.day, total(sale.c.amount + sale.c.freight).label("gross"), func.count().label("orders"))
        .group_by(sale.c.day)
        .subquery("per_day")
    )
    back = select(returned.c.day, total(returned.c.amount).label("paid_back")).group_by(returned.c.day).subquery("back")
    gross, orders, paid_back = total(per_day.c.gross), total(per_day.c.orders), total(back.c.paid_back)
    return (
        select(
            start.label("period"),
            money(gross).label("revenue"),
            money(gross - paid_back).label("net_revenue"),
            orders.label("orders"),
            money(ratio(gross, orders)).label("order_value"),
        )
        .select_from(calendar)
        .outerjoin(per_day, per_day.c.day == calendar.c.day)
        .outerjoin(back, back.c.day == calendar.c.day)
        .where((per_day.c.day.is_not(None)) | (back.c.day.is_not(None)))
        .group_by(start)
        .order_by(start)
    )

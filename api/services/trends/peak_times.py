"""Peak hours, weekdays and holidays."""

from collections import defaultdict
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any

import numpy as np
from pydantic import Field
from sqlalchemy import ColumnElement, Select, Subquery, case, func, select

from api.models.warehouse import calendar
from api.services.analysis import Question, analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.filters import SaleFilters
from api.services.periods import Period
from api.services.series import covered
from api.services.sql import money, total
from api.services.statistics.peaks import WEEKS, same_weekday_baseline
from api.services.units import Unit
from api.services.views import sale
from api.services.warehouse import Dataset, Row
from api.services.wording import worded


class Kind(StrEnum):
    """What times are told apart by."""

    HOUR = "hour"
    WEEKDAY = "weekday"
    HOLIDAY = "holiday"


class Measure(StrEnum):
    """What peaks."""

    ORDERS = "orders"
    REVENUE = "revenue"


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SUMS = (func.count().label("orders"), total(sale.c.amount + sale.c.freight).label("gross"))
COLUMNS = (
    Column("member", Unit.WORD, "Hour 0 to 23, weekday, or name of the holiday.", words=_WEEKDAYS),
    Column("days", Unit.COUNT, "Days compared: ordinary ones for hours and weekdays, the holidays for holidays."),
    Column("orders", Unit.COUNT, "Live orders at all such times of the selection."),
    Column("revenue", Unit.MONEY, "Their amounts and freight, before returns."),
    Column("mean", Unit.NUMBER, "Orders, or revenue, per such time on the days compared."),
    Column("baseline", Unit.NUMBER, "What would be usual; absent where there is nothing to compare with."),
    Column("uplift", Unit.CHANGE, "(mean - baseline) / baseline."),
)


def _peaks(rows: list[Row], question: Question) -> list[Row]:
    span = covered(question)
    if not rows or span is None:
        return []
    if question.option("kind") is Kind.HOLIDAY:
        return _holidays(rows, question, span)
    by_hour = question.option("kind") is Kind.HOUR
    ordinary = {row["weekday"]: row["days"] for row in question.rows(_ordinary_days(span))}
    days = [sum(ordinary.values()) if by_hour else ordinary.get(row["member"], 0) for row in rows]
    means = [row["usual"] / count if count else None for row, count in zip(rows, days, strict=True)]
    known = [mean for mean in means if mean is not None]
    baseline = float(np.mean(known)) if known else None
    return [
        _row(row | {"member": str(row["member"]) if by_hour else _WEEKDAYS[row["member"] - 1]}, count, mean, baseline)
        for row, count, mean in zip(rows, days, means, strict=True)
    ]


def _row(row: Row, days: int, mean: float | None, baseline: float | None) -> Row:
    uplift = (mean - baseline) / baseline if mean is not None and baseline else None
    return row | {"days": days, "mean": mean, "baseline": baseline, "uplift": uplift}


def _holidays(rows: list[Row], question: Question, span: Period) -> list[Row]:
    """Each holiday of the selection against its weekday in the four weeks around, highest uplift first."""
    series = _with_the_weeks_around(rows, question, span)
    if not any(day["holiday"] for day in series):
        raise NotInThisData(worded("The calendar of this data set knows no public holidays in this period."))
    value = np.array([day["value"] for day in series], dtype=float)
    baseline = same_weekday_baseline(value, [not day["holiday"] for day in series])
    found: dict[str, list[tuple[Row, float]]] = defaultdict(list)
    for day, usual in zip(series, baseline, strict=True):
        if day["holiday"] and span.start <= day["day"] <= span.end:
            found[day["holiday"]].append((day, usual))
    peaks = [_holiday(name, days) for name, days in found.items()]
    return sorted(peaks, key=lambda row: (-(row["uplift"] if row["uplift"] is not None else -np.inf), row["member"]))


def _with_the_weeks_around(rows: list[Row], question: Question, span: Period) -> list[Row]:
    """Every day of the selection and of the four weeks before and after, as far as the data goes."""
    weeks, data = timedelta(weeks=WEEKS), question.data
    wide = Period(max(span.start - weeks, data.first_day or span.start), min(span.end + weeks, data.as_of or span.end))
    if wide == span:
        return rows
    return question.rows(_daily(wide, question.option("measure")), question.params.within(wide))


def _holiday(name: str, days: list[tuple[Row, float]]) -> Row:
    """One holiday over the years; years without a day to compare with do not count for the mean."""
    compared = [(day["value"], usual) for day, usual in days if np.isfinite(usual)]
    mean, baseline = (float(figure) for figure in np.mean(compared, axis=0)) if compared else (None, None)
    sums = {figure: round(sum(day[figure] for day, _ in days), 6) for figure in ("orders", "revenue")}
    return _row({"member": name, **sums}, len(days), mean, baseline)


@analysis(title="When are the peaks?", columns=COLUMNS, refine=_peaks, limit=None)
def peak_times(
    filters: SaleFilters,
    data: Dataset,
    kind: Annotated[Kind, Field(description="What times are told apart by.", examples=["weekday"])] = Kind.HOUR,
    measure: Annotated[Measure, Field(description="What peaks.", examples=["revenue"])] = Measure.ORDERS,
) -> Select[Any]:
    """Hours, weekdays or public holidays against what is usual.

    An hour or weekday is compared with the mean of all those at which anything was sold, holidays left out; hours and
    weekdays at which the shop never sells are absent. A holiday is compared with its own weekday in the four weeks
    before and after, other holidays left out. Holidays are those of the country most sales are made in.
    """
    span = filters.period(data)
    if kind is Kind.HOUR and "time_of_day" not in data.capabilities:
        raise NotInThisData(worded("This data set has no {missing}; ask for weekdays.", missing=needed("time_of_day")))
    if span is None:
        raise NotInThisData(worded("This data set has no {missing}.", missing=needed("orders")))
    if kind is Kind.HOLIDAY:
        return _daily(
            Period(max(span.start, data.first_day or span.start), min(span.end, data.as_of or span.end)), measure
        )
    return _times(by_hour=kind is Kind.HOUR, measure=measure)


def _times(*, by_hour: bool, measure: Measure) -> Select[Any]:
    """Sales by hour or weekday, and the measure on ordinary days."""
    keys = (sale.c.day, sale.c.hour) if by_hour else (sale.c.day,)
    sums = select(*keys, *_SUMS).group_by(*keys).subquery("sums")
    member = sums.c.hour if by_hour else calendar.c.weekday
    usual = total(case((calendar.c.holiday == "", _value(sums, measure)), else_=0))
    return (
        select(
            member.label("member"),
            total(sums.c.orders).label("orders"),
            money(total(sums.c.gross)).label("revenue"),
            (usual if measure is Measure.ORDERS else money(usual)).label("usual"),
        )
        .join_from(sums, calendar, calendar.c.day == sums.c.day)
        .group_by(member)
        .order_by(member)
    )


def _daily(span: Period, measure: Measure) -> Select[Any]:
    """Sales of every day, also of those without a sale."""
    sums = select(sale.c.day, *_SUMS).group_by(sale.c.day).subquery("sums")
    orders, revenue = func.coalesce(sums.c.orders, 0), money(func.coalesce(sums.c.gross, 0))
    return (
        select(
            calendar.c.day,
            calendar.c.holiday,
            orders.label("orders"),
            revenue.label("revenue"),
            (orders if measure is Measure.ORDERS else revenue).label("value"),
        )
        .select_from(calendar.outerjoin(sums, sums.c.day == calendar.c.day))
        .where(calendar.c.day.between(span.start, span.end))
        .order_by(calendar.c.day)
    )


def _ordinary_days(span: Period) -> Select[Any]:
    return (
        select(calendar.c.weekday, func.count().label("days"))
        .where(calendar.c.day.between(span.start, span.end), calendar.c.holiday == "")
        .group_by(calendar.c.weekday)
        .order_by(calendar.c.weekday)
    )


def _value(sums: Subquery, measure: Measure) -> ColumnElement[int]:
    return sums.c.orders if measure is Measure.ORDERS else sums.c.gross

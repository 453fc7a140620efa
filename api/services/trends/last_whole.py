"""The last period that can be judged."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from api.services.analysis import Question
from api.services.errors import NotInThisData
from api.services.periods import Grain, Period, next_start, period_start
from api.services.series import covered
from api.services.views import sale
from api.services.wording import worded

_WEEKS_LOOKED_AT = 8
_NO_WHOLE = {
    Grain.DAY: worded("The selection holds no whole day: widen it."),
    Grain.WEEK: worded("The selection holds no whole week: widen it."),
    Grain.MONTH: worded("The selection holds no whole month: widen it."),
    Grain.QUARTER: worded("The selection holds no whole quarter: widen it."),
    Grain.YEAR: worded("The selection holds no whole year: widen it."),
}
_ANYWHERE: dict[str, list[str]] = {"store": [], "category": [], "sku": [], "channel": [], "customer": []}


def last_whole_period(question: Question, grain: Grain) -> Period:
    """Find the last period that the data and the selection cover whole.

    The last day of the data is not whole when its last order came earlier in the day than on each of the same weekdays
    of eight weeks before, as in a file written at noon. It matters to days and weeks.
    Raises NotInThisData where there is none.
    """
    span = covered(question)
    if span is None:
        raise NotInThisData(worded("The data has no orders in this period."))
    end = span.end
    if grain in (Grain.DAY, Grain.WEEK) and end == question.data.as_of and _broke_off(question, end):
        end -= timedelta(days=1)
    start = period_start(end + timedelta(days=1), grain)
    start = period_start(start - timedelta(days=1), grain)
    if start < span.start:
        raise NotInThisData(_NO_WHOLE[grain])
    return Period(start, next_start(start, grain) - timedelta(days=1))


def _broke_off(question: Question, day: date) -> bool:
    if "time_of_day" not in question.data.capabilities:
        return False
    weeks = timedelta(weeks=_WEEKS_LOOKED_AT)
    whole_chain = question.params.model_copy(update=_ANYWHERE).within(Period(day - weeks, day))
    last_hours = {row["day"]: row["hour"] for row in question.rows(_last_hours(), whole_chain)}
    before = [last_hours.get(day - timedelta(weeks=number)) for number in range(1, _WEEKS_LOOKED_AT + 1)]
    known = [hour for hour in before if hour is not None]
    return bool(known) and last_hours.get(day, 0) < min(known)


def _last_hours() -> Select[Any]:
    return select(sale.c.day, func.max(sale.c.hour).label("hour")).group_by(sale.c.day).order_by(sale.c.day)

"""Periods of whole days: the one before, and which are complete."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Compare(StrEnum):
    """Which period a period is compared with."""

    PREVIOUS = "previous"
    YEAR = "year"


class Grain(StrEnum):
    """Length of the periods a series is cut into."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both inclusive."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> int:
        """Number of calendar months where the period consists of whole ones, else 0."""
        if self.start.day != 1 or (self.end + timedelta(days=1)).day != 1:
            return 0
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


def previous_period(period: Period) -> Period:
    """Find the same number of days right before; with whole months, the same number of whole months."""
    end = period.start - timedelta(days=1)
    if months := period.whole_months:
        return Period(months_later(period.start, -months), end)
    return Period(end - timedelta(days=period.days - 1), end)


def same_days_a_year_before(period: Period) -> Period:
    """Find the same days of the year before; whole months stay whole, 29 February becomes the 28th."""
    start, end = months_later(period.start, -12), months_later(period.end, -12)
    if period.whole_months:
        return Period(start, months_later(end, 1) - timedelta(days=1))
    return Period(_clipped(start, period.start.day), _clipped(end, period.end.day))


def _clipped(month: date, day: int) -> date:
    """That day of the month, its last one where it is shorter."""
    last = months_later(month, 1) - timedelta(days=1)
    return month.replace(day=min(day, last.day))


PERIOD_BEFORE = {Compare.PREVIOUS: previous_period, Compare.YEAR: same_days_a_year_before}
"""How to find the period compared with."""


def months_later(day: date, months: int) -> date:
    """First day of the month that many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def day_months_later(day: date, months: int) -> date:
    """Find the same day that many months later; where that month is too short, the first of the next."""
    following = months_later(day, months + 1)
    length = (following - timedelta(days=1)).day
    return months_later(day, months).replace(day=day.day) if day.day <= length else following


def months_between(first: date, second: date) -> int:
    """Whole months from the first day to the second, below 0 where it lies before."""
    months = (second.year - first.year) * 12 + second.month - first.month
    return months - (second.day < first.day)


def year_earlier(start: date, grain: Grain) -> date:
    """Start of the same period a year before; days and weeks go back 52 weeks, to the same weekday."""
    if grain in (Grain.DAY, Grain.WEEK):
        return start - timedelta(weeks=52)
    return start.replace(year=start.year - 1)


def period_start(day: date, grain: Grain) -> date:
    """First day of the period that holds `day`."""
    match grain:
        case Grain.DAY:
            return day
        case Grain.WEEK:
            return day - timedelta(days=day.weekday())
        case Grain.MONTH:
            return day.replace(day=1)
        case Grain.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Grain.YEAR:
            return day.replace(month=1, day=1)


def next_start(start: date, grain: Grain) -> date:
    """First day of the period after the one that begins at `start`."""
    match grain:
        case Grain.DAY:
            return start + timedelta(days=1)
        case Grain.WEEK:
            return start + timedelta(days=7)
        case Grain.MONTH:
            return months_later(start, 1)
        case Grain.QUARTER:
            return months_later(start, 3)
        case Grain.YEAR:
            return months_later(start, 12)


def starts_between(first: date, last: date, grain: Grain) -> list[date]:
    """Starts of all periods that hold a day from `first` to `last`."""
    starts = [period_start(first, grain)]
    while (following := next_start(starts[-1], grain)) <= last:
        starts.append(following)
    return starts

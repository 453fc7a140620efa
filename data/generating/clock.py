"""When people are hungry: the share of the chain's week that falls on each hour of the calendar."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from data.generating.busy_days import day_weights, months, weekdays
from data.generating.drawing import Floats, Ints

HOURS = 24
WEATHER_SPREAD = 0.04  # standard deviation of the log of a day's weight

_WORKDAY = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.4, 3.6, 7.6, 5.6, 2.4, 2.2, 3.6, 8.2, 11.0, 9.4, 6.2, 3.6, 1.6, 0)
_FRIDAY = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.4, 3.4, 6.8, 5.0, 2.6, 2.8, 4.6, 9.6, 13.0, 11.6, 8.2, 5.6, 3.6, 1.6)
_SATURDAY = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3, 3.0, 5.8, 6.0, 4.6, 4.4, 5.6, 9.2, 12.2, 11.0, 8.4, 6.2, 4.2, 2.0)
_SUNDAY = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3, 3.6, 6.8, 6.6, 5.0, 4.8, 6.4, 9.6, 10.6, 8.0, 5.0, 2.6, 1.0, 0)
HOUR_WEIGHTS = (_WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, _FRIDAY, _SATURDAY, _SUNDAY)


@dataclass(frozen=True)
class Clock:
    """The calendar from `first_day` on, and business time: weeks of average trade since then.

    Purchases that are random in business time fall on busy hours more often than on quiet ones.
    """

    first_day: np.datetime64
    days: int
    elapsed: Floats  # business time at the start of each hour, shape (days * 24 + 1,)

    @property
    def weeks(self) -> float:
        """Business time at the end."""
        return float(self.elapsed[-1])

    @property
    def weekday(self) -> Ints:
        """0 Monday to 6 Sunday, of each day."""
        return weekdays(self.first_day, self.days)

    @property
    def month(self) -> Ints:
        """0 January to 11 December, of each day."""
        return months(self.first_day, self.days)

    def business_time(self, day: Ints) -> Floats:
        """Business time at the start of days, counted from 0; days outside the calendar count as its ends."""
        return self.elapsed[np.clip(day, 0, self.days) * HOURS]

    def seconds_within(self, random: Generator, day: Ints) -> Ints:
        """Draw a moment of trade on each of the days."""
        start, end = self.business_time(day), self.business_time(day + 1)
        return self.seconds(start + random.random(len(day)) * 0.999_999 * (end - start))

    def seconds(self, business_time: Floats) -> Ints:
        """Turn business time into seconds since the first midnight."""
        hours = np.interp(business_time, self.elapsed, np.arange(len(self.elapsed)))
        return np.minimum(hours * 3600, self.days * 86_400 - 1).astype(np.int64)

    def day_numbers(self, days: ArrayLike) -> Ints:
        """Numbers of days, 0 for the first."""
        return (np.asarray(days, dtype="datetime64[D]") - self.first_day).astype(np.int64)

    def date(self, number: int) -> str:
        """The day with a number, as ISO 8601."""
        return str(self.first_day + number)


def set_clock(random: Generator, first_day: str, last_day: str) -> Clock:
    """Lay out the calendar of a chain."""
    first, last = np.datetime64(first_day, "D"), np.datetime64(last_day, "D")
    days = int((last - first).astype(int)) + 1
    weights = day_weights(first, days) * np.exp(random.normal(0, WEATHER_SPREAD, days))
    hours = np.array(HOUR_WEIGHTS)
    hours = hours / hours.sum(axis=1, keepdims=True)
    cells = (weights[:, None] * hours[weekdays(first, days)]).ravel()
    elapsed = np.concatenate([[0.0], np.cumsum(cells)])
    return Clock(first, days, elapsed * (days / 7 / elapsed[-1]))

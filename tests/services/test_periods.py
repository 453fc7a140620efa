"""Periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.services.periods import (
    Grain,
    Period,
    next_start,
    period_start,
    previous_period,
    same_days_a_year_before,
    starts_between,
    year_earlier,
)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (("2024-02-01", "2024-02-29"), ("2024-01-01", "2024-01-31")),
        (("2024-01-01", "2024-03-31"), ("2023-10-01", "2023-12-31")),
        (("2024-02-02", "2024-02-29"), ("2024-01-05", "2024-02-01")),
        (("2024-03-10", "2024-03-10"), ("2024-03-09", "2024-03-09")),
        (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")),
    ],
)
def test_the_period_before(period: tuple[str, str], before: tuple[str, str]) -> None:
    now, then = (Period(date.fromisoformat(start), date.fromisoformat(end)) for start, end in (period, before))
    assert previous_period(now) == then


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (("2024-02-01", "2024-02-29"), ("2023-02-01", "2023-02-28")),
        (("2023-02-01", "2023-02-28"), ("2022-02-01", "2022-02-28")),
        (("2025-01-01", "2025-02-28"), ("2024-01-01", "2024-02-29")),
        (("2024-12-01", "2024-12-09"), ("2023-12-01", "2023-12-09")),
        (("2024-02-29", "2024-02-29"), ("2023-02-28", "2023-02-28")),
        (("2023-12-15", "2024-01-14"), ("2022-12-15", "2023-01-14")),
    ],
)
def test_the_same_days_a_year_before(period: tuple[str, str], before: tuple[str, str]) -> None:
    now, then = (Period(date.fromisoformat(start), date.fromisoformat(end)) for start, end in (period, before))
    assert same_days_a_year_before(now) == then


DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(DAYS, st.sampled_from(Grain))
def test_a_day_lies_in_its_period(day: date, grain: Grain) -> None:
    start = period_start(day, grain)
    assert start <= day < next_start(start, grain)
    assert period_start(start, grain) == start


@given(DAYS, DAYS, st.sampled_from([Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR]))
def test_periods_follow_each_other(one: date, other: date, grain: Grain) -> None:
    starts = starts_between(min(one, other), max(one, other), grain)
    assert starts == sorted(set(starts))
    assert starts[0] <= min(one, other)
    assert starts[-1] <= max(one, other) < next_start(starts[-1], grain)


@given(DAYS, st.sampled_from(Grain))
def test_the_year_before_is_a_period_of_the_same_kind(day: date, grain: Grain) -> None:
    earlier = year_earlier(period_start(day, grain), grain)
    assert period_start(earlier, grain) == earlier
    assert 364 <= (period_start(day, grain) - earlier).days <= 366

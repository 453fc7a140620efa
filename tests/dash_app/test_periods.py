"""Named periods end with the data."""

from datetime import date

import pytest

from dash_app.periods import PERIODS, days_of, fitting_grain

AS_OF = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("7d", date(2024, 3, 25), AS_OF),
        ("30d", date(2024, 3, 2), AS_OF),
        ("90d", date(2024, 1, 2), AS_OF),
        ("365d", date(2023, 4, 2), AS_OF),
        ("month", date(2024, 3, 1), AS_OF),
        ("last-month", date(2024, 2, 1), date(2024, 2, 29)),
        ("year", date(2024, 1, 1), AS_OF),
        ("all", None, None),
    ],
)
def test_days(period: str, start: date | None, end: date | None) -> None:
    assert days_of(period, AS_OF) == (start, end)


def test_every_period_has_days() -> None:
    assert all(len(days_of(period, AS_OF)) == 2 for period in PERIODS)


@pytest.mark.parametrize(
    ("start", "grain"),
    [(date(2024, 3, 1), "day"), (date(2024, 1, 1), "week"), (date(2023, 4, 1), "month"), (date(2020, 1, 1), "quarter")],
)
def test_a_series_has_a_handful_of_periods(start: date, grain: str) -> None:
    assert fitting_grain(start, AS_OF) == grain

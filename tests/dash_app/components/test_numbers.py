"""Numbers as people read them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dash_app.components.numbers import change, day, days, exact, short
from dash_app.reader import first_weekday, read_by, separators


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (1240332.5, "money", "$1,240,332.50"),
        (-3.456, "money", "−$3.46"),
        (1234567, "count", "1,234,567"),
        (3.14159, "number", "3.14"),
        (0.2345, "share", "23.4\u202f%"),
        (-0.031, "change", "−3.1\u202f%"),
        (12.4, "km", "12.40\u202fkm"),
        ("2024-12-31", "day", "31 Dec 2024"),
        (True, "flag", "yes"),
        ("S1", "text", "S1"),
        (None, "money", "–"),
    ],
)
def test_exact(value: Any, unit: str, written: str) -> None:
    assert exact(value, unit, "USD") == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (1240332.5, "money", "$1.24\u202fM"),
        (999.99, "money", "$999.99"),
        (1000, "count", "1.00\u202fK"),
        (12345, "count", "12.3\u202fK"),
        (123456, "count", "123\u202fK"),
        (999_600, "count", "1.00\u202fM"),
        (-45678, "money", "−$45.7\u202fK"),
        (2.5e9, "money", "$2.50\u202fB"),
        (0.767, "share", "76.7\u202f%"),
    ],
)
def test_short_has_three_digits(value: float, unit: str, written: str) -> None:
    assert short(value, unit, "USD") == written


@pytest.mark.parametrize(("value", "written"), [(0.042, "+4.2"), (-0.5, "−50.0"), (0.0001, "±0.0"), (12.5, "+1,250.0")])
def test_change_has_a_sign(value: float, written: str) -> None:
    assert change(value) == f"{written}\u202f%"


def test_currencies_without_a_sign_show_their_code() -> None:
    assert exact(5, "money", "CHF") == "CHF\u202f5.00"


def test_days_say_nothing_twice() -> None:
    assert days(date(2024, 10, 3), date(2024, 12, 31)) == "3 Oct – 31 Dec 2024"
    assert days(date(2024, 12, 1), date(2024, 12, 31)) == "1 – 31 Dec 2024"
    assert days(date(2023, 12, 1), date(2024, 12, 31)) == "1 Dec 2023 – 31 Dec 2024"
    assert days(date(2024, 12, 1), date(2024, 12, 1)) == "1 Dec 2024"


@pytest.fixture
def german() -> Iterator[None]:
    read_by(["de-DE", "en"])
    yield
    read_by([])


@pytest.mark.usefixtures("german")
def test_a_german_reads_commas_and_euros_behind() -> None:
    assert exact(1240332.5, "money", "EUR") == "1.240.332,50\u00a0€"
    assert exact(0.2345, "share") == "23,4\u202f%"
    assert short(1240332.5, "money", "EUR") == "1,24\u00a0Mio.\u00a0€"
    assert day(date(2024, 3, 1)) == "1. März 2024"
    assert days(date(2024, 10, 3), date(2024, 12, 31)) == "3. Okt.\u2009–\u200931. Dez. 2024"
    assert separators() == ",."


@pytest.mark.parametrize(("languages", "weekday"), [(["en-US"], 6), (["de-DE"], 0), (["xx", "ar-EG"], 5), ([], 0)])
def test_the_week_begins_where_the_reader_lives(languages: list[str], weekday: int) -> None:
    read_by(languages)
    assert first_weekday() == weekday
    read_by([])

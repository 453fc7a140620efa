"""Peak hours, weekdays and holidays."""

from datetime import date, timedelta

import pytest

from tests.world import Shop

COLUMNS = ("member", "days", "orders", "mean", "baseline", "uplift")


@pytest.fixture
def july(shop: Shop) -> Shop:
    """Nine weeks around Thursday, 4 July 2024: an order a day, on Fridays a second one at 18, on the Fourth six."""
    for number in range(63):
        day = date(2024, 6, 3) + timedelta(days=number)
        shop.sell(f"{day} 12:00:00", 10)
        if day.weekday() == 4:
            shop.sell(f"{day} 18:30:00", 30)
    for _ in range(5):
        shop.sell("2024-07-04 12:00:00", 10)
    return shop


def test_hours_against_the_mean_hour_of_ordinary_days(july: Shop) -> None:
    """Juneteenth and the Fourth are no ordinary days: 61 of 63 remain."""
    noon, evening = 1, 9 / 61
    assert july.get("/api/trends/peak_times").rows(*COLUMNS) == [
        ("12", 61, 68, noon, pytest.approx((noon + evening) / 2), pytest.approx(2 * noon / (noon + evening) - 1)),
        ("18", 61, 9, evening, pytest.approx((noon + evening) / 2), pytest.approx(2 * evening / (noon + evening) - 1)),
    ]


def test_weekdays_against_the_mean_weekday(july: Shop) -> None:
    rows = july.get("/api/trends/peak_times?kind=weekday").rows(*COLUMNS)
    assert rows[3] == ("Thursday", 8, 14, 1, pytest.approx(8 / 7), pytest.approx(-1 / 8))
    assert rows[4] == ("Friday", 9, 18, 2, pytest.approx(8 / 7), pytest.approx(0.75))
    assert [row[0] for row in rows] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def test_a_holiday_against_its_own_weekday_four_weeks_around(july: Shop) -> None:
    rows = july.get("/api/trends/peak_times?kind=holiday").rows(*COLUMNS)
    assert rows[0] == ("Independence Day", 1, 6, 6, 1, 5)
    assert rows[1][2:] == (1, 1, 1, 0)


def test_revenue_can_peak_and_the_weeks_around_lie_outside_the_selection(july: Shop) -> None:
    answer = july.get("/api/trends/peak_times?kind=holiday&measure=revenue&start=2024-07-04&end=2024-07-04")
    assert answer.rows(*COLUMNS) == [("Independence Day", 1, 6, 60, 10, 5)]


def test_weekdays_without_a_sale_are_absent(shop: Shop) -> None:
    """Two Tuesdays with an order each, two Wednesdays with one of them."""
    shop.sell("2024-01-02", 1).sell("2024-01-09", 1).sell("2024-01-10", 1)
    assert shop.get("/api/trends/peak_times?kind=weekday").rows("member", "mean", "baseline") == [
        ("Tuesday", 1, 0.75),
        ("Wednesday", 0.5, 0.75),
    ]


def test_without_holidays_it_says_so(shop: Shop) -> None:
    answer = shop.sell("2024-03-05", 1).get("/api/trends/peak_times?kind=holiday")
    assert "no public holidays" in answer.summary["unavailable"]

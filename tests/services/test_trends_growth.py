"""Growth against the period before and the year before."""

import pytest

from tests.world import Shop

COLUMNS = ("period", "value", "previous", "change", "year_before", "year_change", "complete")


@pytest.fixture
def two_years(shop: Shop) -> Shop:
    """January and February of two years and nine days of a March; nothing between."""
    shop.sell("2023-01-01", 100).sell("2023-02-10", 50).sell("2023-02-11", 30).sell("2024-01-31", 120)
    return shop.sell("2024-02-01", 90).sell("2024-03-09", 600)


def test_months_against_the_month_and_the_year_before(two_years: Shop) -> None:
    assert two_years.get("/api/trends/growth?start=2024-01-01").rows(*COLUMNS) == [
        ("2024-01-01", 120, 0, None, 100, 0.2, True),
        ("2024-02-01", 90, 120, -0.25, 80, 0.125, True),
        ("2024-03-01", 600, None, None, None, None, False),
    ]


def test_orders_and_order_value(two_years: Shop) -> None:
    assert two_years.get("/api/trends/growth?measure=orders&start=2024-02-01&end=2024-02-29").rows(*COLUMNS) == [
        ("2024-02-01", 1, 1, 0, 2, -0.5, True)
    ]
    answer = two_years.get("/api/trends/growth?measure=order_value&start=2024-01-01&end=2024-02-29")
    assert answer.rows("value", "previous", "year_before") == [(120, None, 100), (90, 120, 40)]


def test_urls_with_a_fixed_measure(two_years: Shop) -> None:
    assert two_years.get("/api/trends/growth/order").body == two_years.get("/api/trends/growth?measure=orders").body
    assert two_years.get("/api/trends/growth/revenue").rows() == two_years.get("/api/trends/growth").rows()
    assert two_years.get("/api/trends/growth/order?measure=orders").status == 200
    refused = two_years.get("/api/trends/growth/order?measure=revenue")
    assert (refused.status, refused.body["details"][0]["parameter"]) == (422, "measure")


def test_a_period_covered_in_part_is_compared_with_nothing(two_years: Shop) -> None:
    rows = two_years.get("/api/trends/growth?start=2023-01-02&end=2023-03-15").rows(*COLUMNS)
    assert rows == [
        ("2023-01-01", 0, None, None, None, None, False),
        ("2023-02-01", 80, 100, -0.2, None, None, True),
        ("2023-03-01", 0, None, None, None, None, False),
    ]


def test_a_week_is_compared_with_52_weeks_before(shop: Shop) -> None:
    shop.sell("2023-01-02", 10).sell("2024-01-01", 30).sell("2024-01-07", 30).sell("2024-01-14", 15)
    answer = shop.get("/api/trends/growth?grain=week&start=2024-01-01")
    assert answer.rows("period", "value", "change", "year_change") == [
        ("2024-01-01", 60, None, 5),
        ("2024-01-08", 15, -0.75, None),
    ]
    assert answer.summary["latest"] == {"period": "2024-01-08", "change": -0.75, "year_change": None}


def test_nothing_sold_grows_nothing(shop: Shop) -> None:
    assert shop.sell("2024-01-01", 1).get("/api/trends/growth?start=2025-01-01").rows() == []

"""Sales over time."""

from tests.world import Shop


def test_a_return_lowers_the_month_it_came_back_in(shop: Shop) -> None:
    shop.sell("2024-01-31", 100, order=1).sell("2024-02-29", 1, order=2).give_back("2024-02-03", 20, order=1)
    answer = shop.get("/api/orders/trend?grain=month")
    assert answer.rows("period", "net_revenue") == [("2024-01-01", 100), ("2024-02-01", -19)]


def test_a_month_without_a_sale_counts_zero(shop: Shop) -> None:
    shop.sell("2024-01-31", 100).sell("2024-03-01", 50)
    answer = shop.get("/api/orders/trend")
    assert answer.rows("period", "revenue", "order_value") == [
        ("2024-01-01", 100, 100),
        ("2024-02-01", 0, None),
        ("2024-03-01", 50, 50),
    ]


def test_periods_the_data_covers_in_part_are_not_complete(shop: Shop) -> None:
    shop.sell("2024-01-01", 1).sell("2024-02-10", 1)
    assert shop.get("/api/orders/trend").rows("complete") == [True, False]


def test_periods_the_selection_covers_in_part_are_not_complete(shop: Shop) -> None:
    shop.sell("2024-01-01", 1).sell("2024-02-05", 1).sell("2024-03-31", 1)
    assert shop.get("/api/orders/trend?start=2024-01-15&end=2024-02-29").rows("complete") == [False, True]


def test_weeks_begin_on_monday(shop: Shop) -> None:
    shop.sell("2024-01-07", 1).sell("2024-01-08", 2)
    assert shop.get("/api/orders/trend?grain=week").rows("period") == ["2024-01-01", "2024-01-08"]


def test_quarters_and_years(shop: Shop) -> None:
    shop.sell("2023-12-31", 1).sell("2024-02-01", 2).sell("2024-03-31", 3)
    assert shop.get("/api/orders/trend?grain=quarter").rows("period", "revenue") == [
        ("2023-10-01", 1),
        ("2024-01-01", 5),
    ]
    assert shop.get("/api/orders/trend?grain=year").rows("period", "orders") == [("2023-01-01", 1), ("2024-01-01", 2)]


def test_the_year_before_stands_beside_each_month(shop: Shop) -> None:
    shop.sell("2023-01-01", 10).sell("2023-02-10", 20).sell("2024-01-05", 30).sell("2024-02-29", 40)
    answer = shop.get("/api/orders/trend?start=2024-01-01")
    assert answer.rows("revenue", "revenue_year_before") == [(30, 10), (40, 20)]


def test_days_are_compared_with_the_same_weekday_52_weeks_before(shop: Shop) -> None:
    shop.sell("2023-01-02", 10).sell("2024-01-01", 30)
    assert shop.get("/api/orders/trend?grain=day&start=2024-01-01").rows("revenue_year_before") == [10]


def test_an_empty_selection_is_explained(shop: Shop) -> None:
    shop.sell("2024-01-01", 10)
    answer = shop.get("/api/orders/trend?start=2025-01-01")
    assert answer.rows() == []
    assert answer.summary["notes"] == ["The data covers 2024-01-01 to 2024-01-01 only."]

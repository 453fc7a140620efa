"""Value of an order."""

import pytest

from tests.world import Shop

FIGURES = ("orders", "value", "lower_quartile", "median", "upper_quartile")


@pytest.fixture
def orders(shop: Shop) -> Shop:
    """January: orders of 10, 20, 30 and 100; March: one of 5 with two lines, in Reno."""
    shop.product("P1").product("P2", "Vegan").store("S2", "NV", "Reno")
    for day, amount in enumerate((100, 10, 30, 20), 1):
        shop.sell(f"2024-01-{day:02d}", amount)
    return shop.sell("2024-03-31", 2, 9, store="S2").sell("2024-03-31", 3, 9, store="S2", sku="P2")


def test_each_month_has_mean_and_quartiles(orders: Shop) -> None:
    rows = orders.get("/api/orders/avg_value").rows("period", *FIGURES)
    assert rows == [
        ("2024-01-01", 4, 40, 17.5, 25, 47.5),
        ("2024-02-01", 0, None, None, None, None),
        ("2024-03-01", 1, 5, 5, 5, 5),
    ]


def test_periods_covered_in_part_are_marked(orders: Shop) -> None:
    assert orders.get("/api/orders/avg_value?end=2024-03-30").rows("complete") == [True, True, False]


def test_by_store(orders: Shop) -> None:
    answer = orders.get("/api/orders/avg_value?by=store")
    assert answer.rows("member", *FIGURES) == [("S1", 4, 40, 17.5, 25, 47.5), ("S2", 1, 5, 5, 5, 5)]
    assert answer.rows("period") == [None, None]


def test_by_state(orders: Shop) -> None:
    rows = orders.get("/api/orders/avg_value?by=state").rows("member", "name", "value")
    assert rows == [("CA", "California", 40), ("NV", "Nevada", 5)]


def test_by_category_each_order_counts_its_lines_there(orders: Shop) -> None:
    rows = orders.get("/api/orders/avg_value?by=category").rows("member", "orders", "value", "median")
    assert rows == [("Classic", 5, 32.4, 20), ("Vegan", 1, 3, 3)]


def test_several_sellers_share_an_order(shop: Shop) -> None:
    shop.sell("2024-01-01", 10, 1, store="S1").sell("2024-01-01", 30, 1, store="S2")
    assert shop.get("/api/orders/avg_value?by=store").rows("member", "value") == [("S2", 30), ("S1", 10)]
    assert shop.get("/api/orders/avg_value?by=period").rows("orders", "value") == [(1, 40)]


def test_without_states_it_says_so(shop: Shop) -> None:
    shop.store("S1", state="", state_code="", city="").sell("2024-01-01", 1)
    assert "no states" in shop.get("/api/orders/avg_value?by=state").summary["unavailable"]

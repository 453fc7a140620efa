"""Single orders that stand out."""

import pytest

from tests.world import Shop


@pytest.fixture
def orders(shop: Shop) -> Shop:
    """S1 sells for 8, 9, 10, 11, 12 and 50; S2 for 48 to 52 and 10."""
    for number, (store, amount) in enumerate(
        [("S1", amount) for amount in (8, 9, 10, 11, 12, 50)] + [("S2", amount) for amount in (48, 49, 50, 51, 52, 10)]
    ):
        shop.sell(f"2024-01-{number + 1:02d} 10:00:00", amount, f"O{number:02d}", store=store, customer="A")
    return shop


def test_within_its_store_an_order_can_stand_out(orders: Shop) -> None:
    """S1: median 10.5, distances 2.5 1.5 .5 .5 1.5 39.5, MAD 1.5. S2: median 49.5, MAD 1.5."""
    answer = orders.get("/api/orders/outliers?among=store")
    rows = answer.rows("order", "ordered_at", "store", "customer", "total", "median")
    assert rows == [
        ("O05", "2024-01-06T10:00:00", "S1", "A", 50, 10.5),
        ("O11", "2024-01-12T10:00:00", "S2", "A", 10, 49.5),
    ]
    assert answer.rows("z") == [pytest.approx(0.6745 * 39.5 / 1.5), pytest.approx(-0.6745 * 39.5 / 1.5)]
    assert answer.rows("store_name") == ["S1", "S2"]
    assert answer.summary["outliers"] == 2


def test_among_all_orders_the_same_ones_are_usual(orders: Shop) -> None:
    answer = orders.get("/api/orders/outliers")
    assert (answer.rows(), answer.summary["outliers"]) == ([], 0)


def test_a_huge_order_stands_out_of_all(orders: Shop) -> None:
    orders.sell("2024-02-01", 5_000, "big")
    answer = orders.get("/api/orders/outliers")
    assert answer.rows("order", "customer") == [("big", "")]


def test_where_most_orders_are_equal_the_mean_distance_counts(shop: Shop) -> None:
    """Nine orders of 10 and one of 110: the MAD is 0, the mean distance 10."""
    for number in range(9):
        shop.sell("2024-01-01", 10, f"O{number}")
    shop.sell("2024-01-02", 110, "odd")
    answer = shop.get("/api/orders/outliers")
    assert answer.rows("order", "z") == [("odd", pytest.approx(100 / (1.253314 * 10)))]


def test_where_all_orders_are_equal_none_stands_out(shop: Shop) -> None:
    shop.sell("2024-01-01", 10).sell("2024-01-02", 10).sell("2024-01-03", 10)
    assert shop.get("/api/orders/outliers").rows() == []


def test_the_limit_tells_how_many_there_are(orders: Shop) -> None:
    answer = orders.get("/api/orders/outliers?among=store&limit=1")
    assert answer.rows("order") == ["O05"]
    assert (answer.summary["outliers"], answer.summary["truncated"]) == (2, True)

"""How order values are spread."""

import pytest

from tests.world import Shop


@pytest.fixture
def orders(shop: Shop) -> Shop:
    for day, (amount, store) in enumerate(((5, "S1"), (10, "S1"), (12.5, "S1"), (40, "S2"), (19.99, "S1")), 1):
        shop.sell(f"2024-01-{day:02d}", amount, store=store)
    return shop


def test_an_edge_belongs_to_the_bin_above(orders: Shop) -> None:
    answer = orders.get("/api/orders/value_distribution?bins=5")
    rows = answer.rows("from", "to", "orders", "share")
    assert rows == [(0, 10, 1, 0.2), (10, 20, 3, 0.6), (20, 30, 0, 0), (30, 40, 0, 0), (40, 50, 1, 0.2)]
    assert (answer.summary["orders"], answer.summary["median"]) == (5, 12.5)
    assert answer.summary["mean"] == pytest.approx(17.498)


def test_a_store_has_five_numbers(orders: Shop) -> None:
    names = ("store", "orders", "lowest", "lower_quartile", "median", "upper_quartile", "highest")
    rows = orders.get("/api/orders/value_distribution?by=store").rows(*names)
    assert rows == [("S2", 1, 40, 40, 40, 40, 40), ("S1", 4, 5, 8.75, 11.25, pytest.approx(14.3725), 19.99)]


def test_orders_worth_less_than_nothing_have_a_bin(shop: Shop) -> None:
    shop.sell("2024-01-01", 2, 1, discount=5).sell("2024-01-02", 4, 2)
    rows = shop.get("/api/orders/value_distribution?bins=2").rows("from", "to", "orders")
    assert rows == [(-5, 0, 1), (0, 5, 1)]


def test_an_empty_selection_has_no_bins(orders: Shop) -> None:
    assert orders.get("/api/orders/value_distribution?start=2025-01-01").rows() == []

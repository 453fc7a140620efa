"""How many customers have which order value."""

import pytest

from tests.world import Shop


@pytest.fixture
def spenders(shop: Shop) -> Shop:
    """Order values: A (10 + 5) / 2 = 7.5, B 10, C 10 / 3, D 19.99; a guest 500."""
    shop.sell("2024-01-01", 10, customer="A").sell("2024-01-02", 5, customer="A").sell("2024-01-01", 10, customer="B")
    for day in (1, 2, 3):
        shop.sell(f"2024-01-0{day}", 3.34 if day == 1 else 3.33, customer="C")
    return shop.sell("2024-01-04", 19.99, customer="D").sell("2024-01-04", 500)


def test_bins_are_round_and_an_edge_belongs_to_the_bin_above(spenders: Shop) -> None:
    rows = spenders.get("/api/customers/avg_order_distribution?bins=4").rows("from", "to", "customers", "share")
    assert rows == [(0, 5, 1, 0.25), (5, 10, 1, 0.25), (10, 15, 1, 0.25), (15, 20, 1, 0.25)]


def test_mean_and_median_over_the_customers(spenders: Shop) -> None:
    summary = spenders.get("/api/customers/avg_order_distribution").summary
    assert summary["customers"] == 4
    assert summary["mean"] == pytest.approx((7.5 + 10 + 10 / 3 + 19.99) / 4)
    assert summary["median"] == pytest.approx((7.5 + 10) / 2)


def test_the_last_bin_is_open_where_a_few_spend_far_more(shop: Shop) -> None:
    for number in range(200):
        shop.sell("2024-01-01", 10 + number % 10, customer=f"C{number:03d}")
    shop.sell("2024-01-01", 9_999, customer="rich")
    rows = shop.get("/api/customers/avg_order_distribution?bins=5").rows("from", "to", "customers")
    assert rows == [(10, 12, 40), (12, 14, 40), (14, 16, 40), (16, 18, 40), (18, None, 41)]


def test_an_empty_selection_has_no_bins(spenders: Shop) -> None:
    assert spenders.get("/api/customers/avg_order_distribution?state=OR").rows() == []


def test_the_number_of_bins_has_bounds(spenders: Shop) -> None:
    assert spenders.get("/api/customers/avg_order_distribution?bins=1").status == 422

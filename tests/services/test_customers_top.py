"""The best customers."""

import pytest

from tests.world import Shop


@pytest.fixture
def regulars(shop: Shop) -> Shop:
    """A buys three times for 30, B and C twice each for 100 and 40, D once for 5; a guest for 1,000."""
    shop.customer("A", "NV", "Reno")
    for day, who, amount in ((1, "A", 5), (2, "C", 20), (3, "A", 10), (4, "B", 50), (5, "C", 20), (6, "B", 50)):
        shop.sell(f"2024-01-{day:02d}", amount, customer=who)
    return shop.sell("2024-02-01", 15, customer="A").sell("2024-02-02", 5, customer="D").sell("2024-02-03", 1000)


def test_the_most_frequent_come_first_and_ties_go_by_id(regulars: Shop) -> None:
    answer = regulars.get("/api/customers/top")
    assert answer.rows("customer", "orders", "revenue") == [("A", 3, 30), ("B", 2, 100), ("C", 2, 40), ("D", 1, 5)]


def test_by_revenue(regulars: Shop) -> None:
    assert regulars.get("/api/customers/top?by=revenue").rows("customer") == ["B", "C", "A", "D"]


def test_home_order_value_and_last_order(regulars: Shop) -> None:
    first = regulars.get("/api/customers/top?limit=1").rows("city", "state", "order_value", "last_order")
    assert first == [("Reno", "NV", 10, "2024-02-01")]


def test_only_the_selection_counts(regulars: Shop) -> None:
    answer = regulars.get("/api/customers/top?end=2024-01-31&limit=2")
    assert answer.rows("customer", "orders") == [("A", 2), ("B", 2)]
    assert answer.summary["truncated"] is True


def test_state_means_the_home(regulars: Shop) -> None:
    assert regulars.get("/api/customers/top?state=NV").rows("customer") == ["A"]


def test_cancelled_orders_do_not_count(shop: Shop) -> None:
    shop.sell("2024-01-01", 5, customer="A").sell("2024-01-02", 5, customer="A", live="false")
    assert shop.get("/api/customers/top").rows("orders") == [1]


def test_with_guests_alone_it_says_what_is_missing(shop: Shop) -> None:
    shop.sell("2024-01-01", 10)
    answer = shop.get("/api/customers/top")
    assert (answer.rows(), "no orders of known customers" in answer.summary["unavailable"]) == ([], True)

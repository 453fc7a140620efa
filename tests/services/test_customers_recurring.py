"""Customers by the number of their orders."""

import pytest

from tests.world import Shop


@pytest.fixture
def people(shop: Shop) -> Shop:
    """A orders once, B twice, C six times and D once, 10 each; a guest buys for 100."""
    for who, orders in (("A", 1), ("B", 2), ("C", 6), ("D", 1)):
        for day in range(orders):
            shop.sell(f"2024-01-{day + 1:02d}", 10, customer=who)
    return shop.sell("2024-01-31", 100)


def test_every_number_of_orders_has_its_row(people: Shop) -> None:
    rows = people.get("/api/customers/recurring").rows("orders", "customers", "share", "revenue", "revenue_share")
    assert rows == [
        ("1", 2, 0.5, 20, 0.2),
        ("2", 1, 0.25, 20, 0.2),
        ("3", 0, 0, 0, 0),
        ("4", 0, 0, 0, 0),
        ("5+", 1, 0.25, 60, 0.6),
    ]


def test_the_summary_says_how_many_come_back(people: Shop) -> None:
    summary = people.get("/api/customers/recurring").summary
    assert (summary["customers"], summary["recurring"], summary["recurring_share"]) == (4, 2, 0.5)


def test_only_orders_of_the_selection_count(people: Shop) -> None:
    rows = people.get("/api/customers/recurring?start=2024-01-02").rows("customers")
    assert rows == [1, 0, 0, 0, 1]


def test_an_empty_selection_has_no_rows(people: Shop) -> None:
    answer = people.get("/api/customers/recurring?start=2025-01-01")
    assert answer.rows() == []
    assert answer.summary["notes"] == ["The data covers 2024-01-01 to 2024-01-31 only."]

"""The orders themselves, and what is left of everything for one customer."""

import pytest

from tests.world import Shop


@pytest.fixture
def orders(shop: Shop) -> Shop:
    """Ann buys twice, a guest once, Bea once at another store; one order of Ann is cancelled."""
    shop.product("P2", "Vegan").store("S2", "NV", "Reno")
    shop.sell("2024-01-01 10:00:00", 10, "O1", customer="Ann", channel="web")
    shop.sell("2024-01-03 09:00:00", 20, "O2", customer="Ann", quantity=2, channel="web", status="delivered")
    shop.sell("2024-01-03 09:00:00", 5, "O2", customer="Ann", sku="P2", freight=1, channel="web", status="delivered")
    shop.sell("2024-01-03 18:00:00", 7, "O3", channel="web")
    shop.sell("2024-01-02 12:00:00", 8, "O4", customer="Bea", store="S2", channel="web")
    return shop.sell("2024-01-04", 99, "O5", customer="Ann", live="false", channel="web")


def test_live_orders_newest_first(orders: Shop) -> None:
    answer = orders.get("/api/orders")
    assert answer.rows("order", "ordered_at", "store", "customer", "items", "total") == [
        ("O3", "2024-01-03T18:00:00", "S1", "", 1, 7),
        ("O2", "2024-01-03T09:00:00", "S1", "Ann", 3, 46),
        ("O4", "2024-01-02T12:00:00", "S2", "Bea", 1, 8),
        ("O1", "2024-01-01T10:00:00", "S1", "Ann", 1, 10),
    ]
    assert answer.rows("channel", "status")[1] == ("web", "delivered")


def test_orders_of_the_same_moment_come_by_id(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, "B").sell("2024-01-01", 1, "A").sell("2024-01-01", 1, "C")
    answer = shop.get("/api/orders?limit=2")
    assert (answer.rows("order"), answer.summary["truncated"]) == (["A", "B"], True)


def test_a_product_filter_counts_its_lines_alone(orders: Shop) -> None:
    assert orders.get("/api/orders?category=Vegan").rows("order", "items", "total") == [("O2", 1, 6)]


def test_filters_choose_the_orders(orders: Shop) -> None:
    assert orders.get("/api/orders?state=NV").rows("order") == ["O4"]
    assert orders.get("/api/orders?customer=Ann&customer=Bea&start=2024-01-02").rows("order") == ["O2", "O4"]


def test_the_orders_add_up_to_the_revenue(orders: Shop) -> None:
    assert sum(orders.get("/api/orders").rows("total")) == orders.get("/api/kpis").figure("revenue") == 71


def test_a_customer_filters_sales_lines_returns_and_people(orders: Shop) -> None:
    orders.customer("Ann", latitude=34.65, longitude=-120.45).customer("Bea", latitude=34.65, longitude=-120.45)
    orders.give_back("2024-01-05", 4, "O1", customer_id="Ann").give_back("2024-01-05", 3, "O4", customer_id="Bea")
    kpis = orders.get("/api/kpis?customer=Ann")
    assert [kpis.figure(name) for name in ("revenue", "returns", "orders", "customers")] == [56, 4, 2, 1]
    assert orders.get("/api/products/top?customer=Ann").rows("sku", "revenue") == [("P1", 50), ("P2", 6)]
    assert orders.get("/api/stores/sales?customer=Bea").rows("store", "revenue") == [("S2", 8)]
    assert orders.get("/api/customers?customer=Ann").rows("customers", "revenue") == [(1, 56)]
    assert orders.get("/api/customers/top?customer=Ann").rows("customer") == ["Ann"]


def test_an_unknown_customer_is_named(orders: Shop) -> None:
    answer = orders.get("/api/orders?customer=Nobody")
    assert (answer.rows(), answer.summary["notes"]) == ([], ["No customer 'Nobody' in this data."])


def test_without_known_customers_it_says_so(shop: Shop) -> None:
    shop.sell("2024-01-01", 10)
    assert (
        "no orders of known customers, so it cannot be filtered by them"
        in shop.get("/api/orders?customer=Ann").summary["unavailable"]
    )


def test_only_several_filters_together_can_leave_nothing_because_of_each_other(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, customer="Ann", store="S1").sell("2024-02-01", 1, customer="Bea", store="S2")
    both = shop.get("/api/orders?customer=Ann&store=S2")
    assert both.summary["notes"] == ["Nothing matches all filters together: remove one."]
    assert "notes" not in shop.get("/api/orders?customer=Ann&start=2024-02-01&end=2024-02-01").summary

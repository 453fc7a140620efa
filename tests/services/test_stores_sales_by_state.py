"""Sales by state."""

import pytest

from tests.world import Shop

FIGURES = ("state", "stores", "revenue", "orders", "customers", "revenue_per_store")


@pytest.fixture
def chain(shop: Shop) -> Shop:
    shop.store("S1").store("S2", city="Sunol").store("S3", "NV", "Reno").store("S4", "OR", "Bend")
    shop.sell("2024-01-01", 10, customer="A", store="S1").sell("2024-01-02", 20, customer="A", store="S2")
    return shop.sell("2024-01-03", 50, customer="A", store="S3").sell("2024-01-04", 10, store="S3")


def test_states_are_ranked_by_revenue(chain: Shop) -> None:
    assert chain.get("/api/stores/sales_by_state").rows(*FIGURES) == [("NV", 1, 60, 2, 1, 60), ("CA", 2, 30, 2, 1, 15)]


def test_revenue_by_state_is_another_name(chain: Shop) -> None:
    assert (
        chain.get("/api/stores/revenue_by_state?limit=1").body == chain.get("/api/stores/sales_by_state?limit=1").body
    )


def test_filters_count(chain: Shop) -> None:
    assert chain.get("/api/stores/sales_by_state?store=S1&store=S3&end=2024-01-03").rows(*FIGURES) == [
        ("NV", 1, 50, 1, 1, 50),
        ("CA", 1, 10, 1, 1, 10),
    ]


def test_an_order_of_two_sellers_is_one_order_in_the_state_of_its_buyer(shop: Shop) -> None:
    shop.store("A", kind="seller").store("B", "NV", kind="seller").customer("C", "OR", "Bend")
    shop.sell("2024-01-01", 10, order=1, store="A", customer="C").sell("2024-01-01", 14, order=1, store="B")
    shop.tables["orders"]["1"] |= {"customer_id": "C", "store_id": "A"}
    assert shop.get("/api/stores/sales_by_state").rows(*FIGURES) == [("OR", 2, 24, 1, 1, 12)]

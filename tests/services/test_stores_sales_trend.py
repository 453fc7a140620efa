"""Sales of stores over time, beside their state and the whole chain."""

import pytest

from tests.world import Shop

COLUMNS = ("period", "store", "revenue", "orders", "state_mean", "chain_mean", "index")


@pytest.fixture
def chain(shop: Shop) -> Shop:
    shop.store("S1").store("S2", city="Sunol").store("S3", "NV", "Reno")
    shop.sell("2024-01-01", 40, store="S1").sell("2024-01-31", 20, store="S2").sell("2024-01-20", 120, store="S3")
    shop.sell("2024-02-01", 60, store="S2").sell("2024-02-10", 20, store="S3").sell("2024-02-11", 10, store="S3")
    return shop.sell("2024-03-30", 10, store="S1")


def test_a_store_stands_beside_its_state_and_the_chain(chain: Shop) -> None:
    assert chain.get("/api/stores/sales_trend?store=S2").rows(*COLUMNS) == [
        ("2024-01-01", "S2", 20, 1, 30, 60, pytest.approx(1 / 3)),
        ("2024-02-01", "S2", 60, 1, 60, 45, pytest.approx(4 / 3)),
    ]


def test_two_stores_are_compared(chain: Shop) -> None:
    rows = chain.get("/api/stores/revenue_trend?store=S3&store=S1").rows("store", "period", "revenue")
    assert rows == [
        ("S1", "2024-01-01", 40),
        ("S1", "2024-02-01", 0),
        ("S1", "2024-03-01", 10),
        ("S3", "2024-01-01", 120),
        ("S3", "2024-02-01", 30),
    ]


def test_where_no_store_is_named_the_best_are_shown(chain: Shop) -> None:
    assert set(chain.get("/api/stores/sales_trend?top=2").rows("store")) == {"S2", "S3"}
    assert set(chain.get("/api/stores/sales_trend?state=CA").rows("store")) == {"S1", "S2"}


def test_place_filters_choose_the_stores_not_their_company(chain: Shop) -> None:
    assert chain.get("/api/stores/sales_trend?state=NV").rows("chain_mean") == [60, 45]


def test_other_filters_count_for_all(chain: Shop) -> None:
    chain.product("P2", "Vegan").sell("2024-01-05", 9, store="S1", sku="P2").sell("2024-01-05", 3, store="S3", sku="P2")
    answer = chain.get("/api/stores/sales_trend?category=Vegan&store=S1")
    assert answer.rows(*COLUMNS) == [("2024-01-01", "S1", 9, 1, 9, 6, 1.5)]


def test_a_period_covered_in_part_is_marked(chain: Shop) -> None:
    assert chain.get("/api/stores/sales_trend?store=S1").rows("complete") == [True, True, False]
    assert chain.get("/api/stores/sales_trend?store=S1&start=2024-01-02&end=2024-02-28").rows("complete") == []
    assert chain.get("/api/stores/sales_trend?store=S3&grain=week").rows("period", "complete")[-1] == (
        "2024-02-05",
        True,
    )

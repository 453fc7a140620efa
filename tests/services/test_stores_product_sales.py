"""What each store sells."""

import pytest

from tests.world import Shop

COLUMNS = ("store", "sku", "quantity", "revenue", "share")


@pytest.fixture
def chain(shop: Shop) -> Shop:
    shop.product("P1").product("P2", "Vegan").product("POST", "Fees", is_fee="true")
    shop.sell("2024-01-01", 30, store="S1", sku="P1").sell("2024-01-01", 5, store="S1", sku="P2", quantity=2)
    shop.sell("2024-01-02", 8, store="S2", sku="P2").sell("2024-01-02", 8, store="S2", sku="P1")
    return shop.sell("2024-01-02", 99, store="S2", sku="POST")


def test_the_products_of_each_store_share_its_sales(chain: Shop) -> None:
    assert chain.get("/api/stores/product_sales").rows(*COLUMNS) == [
        ("S1", "P1", 1, 30, 0.75),
        ("S1", "P2", 2, 10, 0.25),
        ("S2", "P1", 1, 8, 0.5),
        ("S2", "P2", 1, 8, 0.5),
    ]


def test_shares_are_taken_of_the_selection_also_where_the_list_is_cut(chain: Shop) -> None:
    assert chain.get("/api/stores/product_sales?limit=1").rows("share") == [0.75]
    assert chain.get("/api/stores/product_sales?category=Vegan&store=S1").rows(*COLUMNS) == [("S1", "P2", 2, 10, 1)]

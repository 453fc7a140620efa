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


def test_the_index_compares_with_all_stores_together(chain: Shop) -> None:
    """P1 is 38 of 56 everywhere: 0.75 and 0.5 of the stores' sales."""
    rows = chain.get("/api/stores/product_sales").rows("store", "sku", "index")
    assert rows[0] == ("S1", "P1", pytest.approx(0.75 / (38 / 56)))
    assert rows[2] == ("S2", "P1", pytest.approx(0.5 / (38 / 56)))


def test_categories_of_each_store(chain: Shop) -> None:
    chain.product("P3", "Vegan").sell("2024-01-03", 10, store="S1", sku="P3")
    answer = chain.get("/api/stores/product_sales?by=category")
    assert answer.rows("store", "sku", "category", "quantity", "revenue", "share") == [
        ("S1", "", "Classic", 1, 30, 0.6),
        ("S1", "", "Vegan", 3, 20, 0.4),
        ("S2", "", "Classic", 1, 8, 0.5),
        ("S2", "", "Vegan", 1, 8, 0.5),
    ]


def test_the_store_with_the_highest_revenue_comes_first(chain: Shop) -> None:
    chain.sell("2024-01-03", 100, store="S2", sku="P2")
    assert chain.get("/api/stores/product_sales?limit=1").rows("store", "store_name", "sku") == [("S2", "S2", "P2")]


def test_without_categories_it_says_so(shop: Shop) -> None:
    shop.product("P1", "").sell("2024-01-01", 10)
    assert "no product categories" in shop.get("/api/stores/product_sales?by=category").summary["unavailable"]

"""Sales by product, category or size."""

import pytest

from tests.world import Shop

COLUMNS = ("member", "quantity", "revenue", "share", "cumulative_share")


@pytest.fixture
def menu(shop: Shop) -> Shop:
    shop.product("P1", size="Small", name="Plain").product("P2", size="Large").product("P3", "Vegan", size="Large")
    shop.product("POST", "Fees", is_fee="true").sell("2024-01-01", 50, sku="P1").sell(
        "2024-01-02", 5, sku="P2", quantity=4
    )
    return shop.sell("2024-01-03", 18, sku="P3", freight=2).sell("2024-02-01", 10, sku="POST")


def test_the_shares_of_all_products_sum_to_1(menu: Shop) -> None:
    assert menu.get("/api/products/sales").rows(*COLUMNS) == [
        ("P1", 1, 50, 0.5, 0.5),
        ("P2", 4, 20, 0.2, pytest.approx(0.7)),
        ("P3", 1, 20, 0.2, pytest.approx(0.9)),
        ("POST", 1, 10, 0.1, 1),
    ]
    assert menu.get("/api/products/revenue").rows("name")[0] == "Plain"


def test_by_category_and_size(menu: Shop) -> None:
    assert menu.get("/api/products/sales?by=category&end=2024-01-31").rows("member", "quantity", "revenue") == [
        ("Classic", 5, 70),
        ("Vegan", 1, 20),
    ]
    assert menu.get("/api/products/sales?by=size").rows("member", "revenue") == [("Small", 50), ("Large", 40), ("", 10)]


def test_what_the_limit_leaves_out_is_in_the_summary(menu: Shop) -> None:
    answer = menu.get("/api/products/sales?limit=2")
    assert sum(answer.rows("share")) == pytest.approx(0.7)
    assert answer.summary["other"] == {"quantity": 2, "revenue": 30, "share": pytest.approx(0.3)}


def test_without_sizes_it_says_so(shop: Shop) -> None:
    answer = shop.sell("2024-01-01", 1).get("/api/products/sales?by=size")
    assert answer.summary["unavailable"] == "This data set has no product sizes; ask by product."
    assert answer.summary["lacking"] == []

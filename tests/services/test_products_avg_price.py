"""Prices by category and size."""

import pytest

from tests.world import Shop

COLUMNS = ("category", "size", "products", "mean", "median", "lowest", "highest", "paid")


@pytest.fixture
def menu(shop: Shop) -> Shop:
    for n, price in enumerate((8.99, 9.99, 14.99)):
        shop.product(f"P{n}", price=price, size="Small")
    shop.product("V1", "Vegan", price=12, size="Large").product("POST", "Fees", is_fee="true", price=5)
    shop.sell("2024-01-01", 8.99, sku="P0", quantity=3, discount=3).sell("2024-02-01", 10.01, sku="P1", quantity=1)
    return shop.sell("2024-02-01", 5, sku="POST").store("S2", "NV")


def test_each_product_of_the_assortment_counts_once(menu: Shop) -> None:
    assert menu.get("/api/products/avg_price").rows(*COLUMNS) == [
        ("Classic", "Small", 3, pytest.approx(33.97 / 3), 9.99, 8.99, 14.99, pytest.approx((26.97 - 3 + 10.01) / 4)),
        ("Vegan", "Large", 1, 12, 12, 12, 12, None),
    ]
    assert "list price" in menu.get("/api/products/avg_price").summary["price"]


def test_a_narrower_selection_holds_what_was_sold_in_it(menu: Shop) -> None:
    assert menu.get("/api/products/avg_price?end=2024-01-31").rows("products", "highest", "paid") == [
        (1, 8.99, pytest.approx(7.99))
    ]
    assert menu.get("/api/products/avg_price?store=S2").rows() == []
    assert menu.get("/api/products/avg_price?sku=V1").rows("category", "mean") == [("Vegan", 12)]


def test_without_list_prices_what_was_paid_is_the_price(shop: Shop) -> None:
    shop.product("P1", price="").sell("2024-01-01", 4, quantity=3).sell("2024-01-02", 8)
    answer = shop.get("/api/products/avg_price")
    assert answer.rows("products", "mean", "paid") == [(1, 5, 5)]
    assert "paid per unit" in answer.summary["price"]

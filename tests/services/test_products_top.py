"""Best sellers."""

from tests.world import Shop


def test_ranked_by_revenue_or_by_quantity(shop: Shop) -> None:
    shop.product("P1").product("P2").sell("2024-01-01", 100).sell("2024-01-01", 3, sku="P2", quantity=5)
    assert shop.get("/api/products/top").rows("sku", "quantity", "revenue") == [("P1", 1, 100), ("P2", 5, 15)]
    assert shop.get("/api/products/top?by=quantity").rows("sku") == ["P2", "P1"]


def test_fees_are_no_products(shop: Shop) -> None:
    shop.product("POST", "Fees", is_fee="true").sell("2024-01-01", 100).sell("2024-01-01", 500, sku="POST")
    assert shop.get("/api/products/top").rows("sku") == ["P1"]
    assert shop.get("/api/kpis").figure("revenue") == 600


def test_ties_go_to_the_smaller_sku(shop: Shop) -> None:
    shop.sell("2024-01-01", 5, sku="P2").sell("2024-01-01", 5, sku="P1")
    assert shop.get("/api/products/top").rows("sku") == ["P1", "P2"]


def test_shares_are_of_all_products_in_what_they_are_ranked_by(shop: Shop) -> None:
    shop.sell("2024-01-01", 75).sell("2024-01-01", 5, sku="P2", quantity=3).sell("2024-01-01", 10, sku="P3")
    assert shop.get("/api/products/top?limit=1").rows("sku", "share") == [("P1", 0.75)]
    assert shop.get("/api/products/top?limit=1&by=quantity").rows("sku", "share") == [("P2", 0.6)]


def test_sizes_stand_beside_the_names(shop: Shop) -> None:
    shop.product("P1", name="Margherita", size="Large").sell("2024-01-01", 9, sku="P1")
    assert shop.get("/api/products/top").rows("name", "size") == [("Margherita", "Large")]

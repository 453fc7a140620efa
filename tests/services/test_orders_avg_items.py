"""Units in an order."""

from tests.world import Shop


def test_units_of_all_lines_count(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, 1, quantity=2).sell("2024-01-01", 1, 1, quantity=1)
    shop.sell("2024-01-02", 1, 2).sell("2024-01-03", 1, 3, quantity=8)
    rows = shop.get("/api/orders/avg_items").rows("orders", "value", "lower_quartile", "median", "upper_quartile")
    assert rows == [(3, 4, 2, 3, 5.5)]


def test_by_category_only_its_units_count(shop: Shop) -> None:
    shop.product("P1").product("P2", "Vegan")
    shop.sell("2024-01-01", 1, 1, quantity=5).sell("2024-01-01", 1, 1, sku="P2", quantity=2).sell("2024-01-02", 1, 2)
    rows = shop.get("/api/orders/avg_items?by=category").rows("member", "orders", "value")
    assert rows == [("Classic", 2, 3), ("Vegan", 1, 2)]


def test_weeks(shop: Shop) -> None:
    shop.sell("2024-01-07", 1, quantity=3).sell("2024-01-08", 1)
    rows = shop.get("/api/orders/avg_items?grain=week").rows("period", "value")
    assert rows == [("2024-01-01", 3), ("2024-01-08", 1)]

"""Order value of each customer."""

from tests.world import Shop


def test_order_value_is_revenue_per_order(shop: Shop) -> None:
    shop.sell("2024-01-01", 10, customer="A").sell("2024-01-02", 5, customer="A")
    shop.sell("2024-01-01", 8, customer="B", freight=1).sell("2024-01-05", 99)
    answer = shop.get("/api/customers/avg_order")
    assert answer.rows("customer", "orders", "revenue", "order_value") == [("B", 1, 9, 9), ("A", 2, 15, 7.5)]


def test_ties_go_by_id(shop: Shop) -> None:
    shop.sell("2024-01-01", 5, customer="B").sell("2024-01-01", 5, customer="A").sell("2024-01-02", 5, customer="A")
    assert shop.get("/api/customers/avg_order").rows("customer") == ["A", "B"]


def test_a_category_counts_its_lines_alone(shop: Shop) -> None:
    shop.product("P1").product("P2", "Vegan")
    shop.sell("2024-01-01", 10, 1, customer="A", sku="P1").sell("2024-01-01", 4, 1, customer="A", sku="P2")
    assert shop.get("/api/customers/avg_order?category=Vegan").rows("revenue") == [4]

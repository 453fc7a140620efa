"""What was paid over time."""

from tests.world import Shop

COLUMNS = ("period", "price", "lowest", "highest", "paid", "quantity")


def test_prices_per_unit_of_each_month(shop: Shop) -> None:
    shop.sell("2024-01-01", 10).sell("2024-01-31", 12, quantity=3, discount=6).sell("2024-03-31", 11)
    assert shop.get("/api/products/price_trend").rows(*COLUMNS) == [
        ("2024-01-01", 11.5, 10, 12, 10, 4),
        ("2024-02-01", None, None, None, None, 0),
        ("2024-03-01", 11, 11, 11, 11, 1),
    ]


def test_a_period_covered_in_part_is_marked(shop: Shop) -> None:
    shop.sell("2024-01-01", 10).sell("2024-02-10", 10)
    assert shop.get("/api/products/price_trend").rows("complete") == [True, False]


def test_fees_have_no_price(shop: Shop) -> None:
    shop.product("POST", "Fees", is_fee="true").sell("2024-01-01", 10).sell("2024-01-01", 500, sku="POST")
    assert shop.get("/api/products/price_trend").rows("highest") == [10]

"""Prices against units sold."""

from datetime import date, timedelta

import pytest
from scipy import stats

from tests.world import Shop


def test_prices_are_correlated_with_units_sold(shop: Shop) -> None:
    sold = ((5, 40), (8, 30), (9, 35), (20, 4))
    for n, (price, quantity) in enumerate(sold):
        shop.product(f"P{n}", price=price).sell("2024-01-01", price, sku=f"P{n}", quantity=quantity)
    shop.product("POST", "Fees", is_fee="true").sell("2024-01-01", 1, sku="POST", quantity=99)
    answer = shop.get("/api/products/price_sales")
    assert answer.rows("sku", "price", "quantity", "revenue") == [
        ("P2", 9, 35, 315),
        ("P1", 8, 30, 240),
        ("P0", 5, 40, 200),
        ("P3", 20, 4, 80),
    ]
    assert answer.summary["n"] == 4
    assert answer.summary["pearson"] == pytest.approx(stats.pearsonr(*zip(*sold, strict=True)).statistic)
    assert answer.summary["spearman"] == pytest.approx(stats.spearmanr(*zip(*sold, strict=True)).statistic)
    assert answer.summary["elasticity"] is None


def test_elasticity_is_found_where_a_product_changed_its_price(shop: Shop) -> None:
    """P1 halves its price in the second half of ten weeks and sells four times as many; P2 shows the season."""
    shop.product("P1", price=4).product("P2", price=3)
    for week in range(10):
        at = (date(2024, 1, 1) + timedelta(weeks=week)).isoformat()
        season = 10 + week
        price, more = (4, 1) if week < 5 else (2, 4)
        shop.sell(at, price, sku="P1", quantity=season * more).sell(at, 3, sku="P2", quantity=season, discount=week)
    elasticity = shop.get("/api/products/price_sales").summary["elasticity"]
    assert elasticity["value"] == pytest.approx(-2)
    assert elasticity["standard_error"] == pytest.approx(0, abs=1e-6)
    assert (elasticity["products"], elasticity["weeks_of_products"]) == (1, 20)


def test_only_so_many_points_leave_but_all_are_correlated(shop: Shop) -> None:
    for n in range(1, 5):
        shop.product(f"P{n}", price=n).sell("2024-01-01", n, sku=f"P{n}", quantity=10 - n)
    answer = shop.get("/api/products/price_sales?points=1")
    assert (len(answer.rows()), answer.summary["n"], answer.summary["truncated"]) == (1, 4, True)
    assert answer.summary["pearson"] == pytest.approx(-1)


def test_two_products_are_not_correlated(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, sku="P1").sell("2024-01-01", 2, sku="P2")
    assert shop.get("/api/products/price_sales").summary["pearson"] is None


def test_the_line_of_best_fit_is_straight_in_numbers_or_in_logarithms(shop: Shop) -> None:
    for price, quantity in ((1, 16), (2, 8), (4, 4)):
        shop.product(f"P{price}", price=price).sell("2024-01-01", price, sku=f"P{price}", quantity=quantity)
    fit = shop.get("/api/products/price_sales").summary["fit"]
    assert fit["logarithmic"] == [[1, pytest.approx(16)], [4, pytest.approx(4)]]
    assert fit["linear"] == [[1, pytest.approx(100 / 7)], [4, pytest.approx(22 / 7)]]

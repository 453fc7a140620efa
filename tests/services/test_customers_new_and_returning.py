"""New customers against returning ones."""

import pytest

from tests.world import Shop

FIGURES = ("new_customers", "returning_customers", "new_revenue", "returning_revenue")


@pytest.fixture
def months(shop: Shop) -> Shop:
    """January: A twice. February nobody. March: A and the new B, and a guest."""
    shop.sell("2024-01-10", 10, customer="A").sell("2024-01-20", 5, customer="A")
    return shop.sell("2024-03-01", 7, customer="A").sell("2024-03-31", 3, customer="B").sell("2024-03-31", 1000)


def test_each_customer_is_new_once(months: Shop) -> None:
    rows = months.get("/api/customers/new_and_returning").rows("period", *FIGURES)
    assert rows == [("2024-01-01", 1, 0, 15, 0), ("2024-02-01", 0, 0, 0, 0), ("2024-03-01", 1, 1, 3, 7)]


def test_periods_covered_in_part_are_marked(months: Shop) -> None:
    assert months.get("/api/customers/new_and_returning").rows("complete") == [False, True, True]


def test_who_bought_before_the_selection_is_not_new_in_it(months: Shop) -> None:
    rows = months.get("/api/customers/new_and_returning?start=2024-01-15&end=2024-01-31").rows(*FIGURES)
    assert rows == [(0, 1, 0, 5)]


def test_new_means_the_first_order_ever_also_under_a_product_filter(shop: Shop) -> None:
    shop.product("P1").product("P2", "Vegan").sell("2024-01-01", 1, customer="A", sku="P1")
    shop.sell("2024-02-01", 2, customer="A", sku="P2")
    rows = shop.get("/api/customers/new_and_returning?category=Vegan").rows("period", *FIGURES)
    assert rows == [("2024-02-01", 0, 1, 0, 2)]


@pytest.mark.parametrize(("grain", "periods"), [("year", 1), ("quarter", 1), ("month", 3), ("week", 12)])
def test_every_grain(months: Shop, grain: str, periods: int) -> None:
    rows = months.get(f"/api/customers/new_and_returning?grain={grain}").rows("new_customers")
    assert (len(rows), sum(rows)) == (periods, 2)

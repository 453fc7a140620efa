"""The headline figures."""

import pytest

from tests.world import Shop


@pytest.fixture
def two_months(shop: Shop) -> Shop:
    shop.sell("2024-01-10", 100, customer="A").sell("2024-01-20", 50, customer="B").sell("2024-01-30", 30)
    return shop.sell("2024-02-05", 200, customer="A").sell("2024-02-29", 90, customer="C", store="S2")


def test_figures_of_all_the_data(two_months: Shop) -> None:
    answer = two_months.get("/api/kpis")
    assert answer.figure("revenue") == 470
    assert answer.figure("orders") == 5
    assert answer.figure("order_value") == 94
    assert answer.figure("customers") == 3


def test_guests_count_for_revenue_but_are_no_customers(two_months: Shop) -> None:
    answer = two_months.get("/api/kpis?start=2024-01-30&end=2024-01-30")
    assert (answer.figure("revenue"), answer.figure("orders"), answer.figure("customers")) == (30, 1, 0)
    assert answer.figure("repeat_rate") is None


def test_whole_months_are_compared_with_whole_months(shop: Shop) -> None:
    shop.sell("2024-01-01", 5).sell("2024-01-10", 175).sell("2024-02-05", 290).sell("2024-02-29", 1)
    answer = shop.get("/api/kpis?start=2024-02-01&end=2024-02-29")
    assert answer.summary["previous_period"] == {"start": "2024-01-01", "end": "2024-01-31"}
    assert answer.figure("revenue", "previous") == 180
    assert answer.figure("revenue", "change") == pytest.approx((291 - 180) / 180)


def test_other_periods_are_compared_with_as_many_days_before(two_months: Shop) -> None:
    answer = two_months.get("/api/kpis?start=2024-01-25&end=2024-02-05")
    assert answer.summary["previous_period"] == {"start": "2024-01-13", "end": "2024-01-24"}
    assert answer.figure("revenue", "previous") == 50


def test_a_period_before_the_data_gives_no_comparison(two_months: Shop) -> None:
    answer = two_months.get("/api/kpis?start=2024-01-10&end=2024-01-20")
    assert answer.figure("revenue", "previous") is None
    assert answer.figure("revenue", "change") is None


def test_new_customers_bought_for_the_first_time_ever(two_months: Shop) -> None:
    assert two_months.get("/api/kpis?start=2024-02-01&end=2024-02-29").figure("new_customers") == 1


def test_repeat_rate_looks_back_to_the_first_order(two_months: Shop) -> None:
    assert two_months.get("/api/kpis?start=2024-02-01&end=2024-02-29").figure("repeat_rate") == 0.5
    assert two_months.get("/api/kpis?start=2024-01-01&end=2024-01-31").figure("repeat_rate") == 0


def test_returns_lower_net_revenue_in_the_month_they_come_back(two_months: Shop) -> None:
    two_months.give_back("2024-02-10", 20.54, order="O1")
    february = two_months.get("/api/kpis?start=2024-02-01&end=2024-02-29")
    assert (february.figure("returns"), february.figure("net_revenue")) == (20.54, 269.46)
    assert two_months.get("/api/kpis?start=2024-01-01&end=2024-01-31").figure("returns") == 0


def test_cancelled_orders_are_no_sales(two_months: Shop) -> None:
    two_months.sell("2024-02-06", 1000, customer="D", live="false")
    answer = two_months.get("/api/kpis")
    assert (answer.figure("revenue"), answer.figure("orders"), answer.figure("customers")) == (470, 5, 3)


def test_a_category_counts_its_lines_and_the_orders_that_hold_them(shop: Shop) -> None:
    shop.product("P1", "Classic").product("P2", "Vegan")
    shop.sell("2024-01-01", 10, order=1).sell("2024-01-01", 7, order=1, sku="P2", quantity=2).sell(
        "2024-01-02", 5, order=2
    )
    answer = shop.get("/api/kpis?category=Vegan")
    assert (answer.figure("revenue"), answer.figure("orders"), answer.figure("items_per_order")) == (14, 1, 2)


def test_freight_is_part_of_revenue_and_discount_is_not(shop: Shop) -> None:
    shop.sell("2024-01-01", 10, quantity=3, discount=4.5, freight=2.25)
    assert shop.get("/api/kpis").figure("revenue") == 27.75


def test_state_means_the_place_of_sale(shop: Shop) -> None:
    shop.store("S1", "CA").store("S2", "NV", "Reno").customer("A", "NV", "Reno")
    shop.sell("2024-01-01", 10, customer="A", store="S1").sell("2024-01-02", 5, customer="A", store="S2")
    assert shop.get("/api/kpis?state=CA").figure("revenue") == 10
    assert shop.get("/api/kpis?state=Nevada").figure("revenue") == 5
    assert shop.get("/api/kpis?state=CA&state=NV").figure("revenue") == 15


def test_an_unknown_state_is_explained(two_months: Shop) -> None:
    answer = two_months.get("/api/kpis?state=ZZ")
    assert answer.rows() == []
    assert answer.summary["notes"] == ["No state 'ZZ' in this data."]


def test_a_quiet_period_is_zero_not_absent(two_months: Shop) -> None:
    two_months.sell("2024-04-30", 1)
    answer = two_months.get("/api/kpis?start=2024-03-01&end=2024-03-31")
    assert (answer.figure("revenue"), answer.figure("revenue", "change")) == (0, -1)

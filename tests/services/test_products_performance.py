"""Sales of products since their launch."""

from datetime import date

import pytest

from api.services.periods import day_months_later, months_between
from tests.world import Shop

COLUMNS = ("sku", "months_since_launch", "period", "revenue", "quantity", "cohort_share", "complete")


@pytest.fixture
def menu(shop: Shop) -> Shop:
    """Old was launched before the data begins, New and Newer in 2024; without a date there is no launch."""
    shop.product("Old", launched_on="2023-11-20").product("New", launched_on="2024-01-15").product("Plain")
    shop.product("Newer", launched_on="2024-03-01")
    shop.sell("2024-01-01", 50, sku="Old").sell("2024-02-14", 30, sku="New").sell("2024-02-15", 10, sku="New")
    shop.sell("2024-04-14", 60, sku="Newer", quantity=2).sell("2024-04-20", 30, sku="New").sell(
        "2024-04-20", 7, sku="Plain"
    )
    return shop


def test_months_are_counted_from_each_launch(menu: Shop) -> None:
    assert menu.get("/api/products/performance").rows(*COLUMNS) == [
        ("Newer", 0, "2024-03-01", 0, 0, 0, True),
        ("Newer", 1, "2024-04-01", 120, 2, pytest.approx(120 / 130), False),
        ("New", 0, "2024-01-15", 30, 1, 1, True),
        ("New", 1, "2024-02-15", 10, 1, pytest.approx(10 / 130), True),
        ("New", 2, "2024-03-15", 0, 0, 0, True),
        ("New", 3, "2024-04-15", 30, 1, 1, False),
        ("Old", 1, "2023-12-20", 50, 1, 1, False),
        ("Old", 2, "2024-01-20", 0, 0, 0, True),
        ("Old", 3, "2024-02-20", 0, 0, 0, True),
        ("Old", 4, "2024-03-20", 0, 0, 0, True),
        ("Old", 5, "2024-04-20", 0, 0, 0, False),
    ]


def test_by_the_calendar_all_products_share_their_months(menu: Shop) -> None:
    rows = menu.get("/api/products/performance?align=calendar&sku=New&sku=Newer").rows(*COLUMNS)
    assert rows == [
        ("Newer", 0, "2024-03-01", 0, 0, 0, True),
        ("Newer", 1, "2024-04-01", 120, 2, 0.8, False),
        ("New", 0, "2024-01-01", 0, 0, 0, True),
        ("New", 1, "2024-02-01", 40, 2, 1, True),
        ("New", 2, "2024-03-01", 0, 0, 0, True),
        ("New", 3, "2024-04-01", 30, 1, 0.2, False),
    ]


def test_new_stands_against_old(menu: Shop) -> None:
    summary = menu.get("/api/products/performance?top=1&end=2024-11-30").summary
    assert summary["new_since"] == "2023-04-22"
    menu.sell("2025-03-05", 10, sku="Old")
    summary = menu.get("/api/products/performance?end=2025-01-10").summary
    assert (summary["new_since"], summary["revenue_of_new"], summary["share_of_new"]) == (
        "2024-01-12",
        190,
        pytest.approx(190 / 240),
    )


def test_only_the_best_are_shown_but_the_cohort_is_whole(menu: Shop) -> None:
    answer = menu.get("/api/products/performance?top=1&start=2024-04-01")
    assert answer.rows("sku", "months_since_launch", "cohort_share") == [("Newer", 1, 1)]


def test_products_left_out_are_summed_up(menu: Shop) -> None:
    summary = menu.get("/api/products/performance?top=1").summary
    assert summary["other"] == {"products": 2, "revenue": 120, "share": 0.5}
    assert "other" not in menu.get("/api/products/performance?top=3").summary


def test_without_launches_it_says_so(shop: Shop) -> None:
    assert "launch dates" in shop.sell("2024-01-01", 1).get("/api/products/performance").summary["unavailable"]


@pytest.mark.parametrize(
    ("launch", "months", "start"),
    [("2024-01-15", 1, "2024-02-15"), ("2024-01-31", 1, "2024-03-01"), ("2023-11-30", 3, "2024-03-01")],
)
def test_a_month_begins_on_the_day_of_the_launch(launch: str, months: int, start: str) -> None:
    launched, begins = date.fromisoformat(launch), date.fromisoformat(start)
    assert day_months_later(launched, months) == begins
    assert months_between(launched, begins) == months
    assert months_between(launched, begins.replace(day=begins.day - 1) if begins.day > 1 else launched) == (
        months - 1 if begins.day > 1 else 0
    )


def test_a_product_among_those_launched_in_its_year(menu: Shop) -> None:
    assert dict.fromkeys(menu.get("/api/products/performance?cohort_of=New").rows("sku")) == {
        "New": None,
        "Newer": None,
    }
    assert set(menu.get("/api/products/performance?cohort_of=Old&top=1").rows("sku")) == {"Old"}
    assert menu.get("/api/products/performance?cohort_of=Plain").summary["notes"] == ["Plain has no launch date."]
    assert menu.get("/api/products/performance?cohort_of=X").summary["notes"] == ["No sku 'X' in this data."]

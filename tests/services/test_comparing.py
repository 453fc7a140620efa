"""This period beside the one before or the same days a year before."""

from typing import Any

import pytest

from tests.world import Shop

APRIL = "start=2024-04-01&end=2024-04-30"


@pytest.fixture
def two_years(shop: Shop) -> Shop:
    """S1 and S2 sell in both Aprils, S3 in the first alone, S4 in the second alone."""
    shop.product("P1", size="Small").product("P2", "Vegan", size="Large")
    for number, state in enumerate(("CA", "NV", "NV", "OR"), start=1):
        shop.store(f"S{number}", state)
    for store, amount, sku in (("S1", 100, "P1"), ("S2", 40, "P2"), ("S3", 7, "P2")):
        shop.sell("2023-04-10", amount, store=store, sku=sku)
    shop.sell("2023-03-05", 1000, store="S1").sell("2024-03-31", 60, store="S1")
    return (
        shop.sell("2024-04-01", 90, store="S1")
        .sell("2024-04-30", 50, store="S2", sku="P2")
        .sell("2024-04-30", 3, store="S4")
    )


@pytest.mark.parametrize(
    ("url", "member", "year", "previous"),
    [
        ("stores/sales", "store", {"S1": 100, "S2": 40, "S4": 0}, {"S1": 60, "S2": 0, "S4": 0}),
        ("stores/sales_by_state", "state", {"CA": 100, "NV": 47, "OR": 0}, {"CA": 60, "NV": 0, "OR": 0}),
        ("products/top", "sku", {"P1": 100, "P2": 47}, {"P1": 60, "P2": 0}),
        ("products/sales", "member", {"P1": 100, "P2": 47}, {"P1": 60, "P2": 0}),
        ("products/sales?by=category", "member", {"Classic": 100, "Vegan": 47}, {"Classic": 60, "Vegan": 0}),
    ],
)
def test_each_member_is_compared(
    two_years: Shop, url: str, member: str, year: dict[str, float], previous: dict[str, float]
) -> None:
    asked = f"/api/{url}{'&' if '?' in url else '?'}{APRIL}"
    assert dict(two_years.get(f"{asked}&compare=year").rows(member, "previous")) == year
    assert dict(two_years.get(asked).rows(member, "previous")) == previous


def test_the_change_is_relative_and_absent_where_nothing_was_sold_before(two_years: Shop) -> None:
    answer = two_years.get(f"/api/stores/sales?{APRIL}&compare=year")
    assert answer.rows("store", "revenue", "change") == [
        ("S1", 90, pytest.approx(-0.1)),
        ("S2", 50, pytest.approx(0.25)),
        ("S4", 3, None),
    ]
    assert answer.summary == {
        "rows": 3,
        "period": {"start": "2024-04-01", "end": "2024-04-30"},
        "previous_period": {"start": "2023-04-01", "end": "2023-04-30"},
        "previous_only": {"rows": 1, "revenue": 7},
    }


def test_members_and_those_without_a_row_make_up_the_figures_of_both_periods(two_years: Shop) -> None:
    answer = two_years.get(f"/api/stores/sales?{APRIL}&compare=year")
    whole = two_years.get(f"/api/kpis?{APRIL}&compare=year")
    assert sum(answer.rows("revenue")) == whole.figure("revenue") == 143
    gone = answer.summary["previous_only"]["revenue"]
    assert sum(answer.rows("previous")) + gone == whole.figure("revenue", "previous") == 147


def test_a_list_cut_by_the_limit_does_not_take_the_rest_for_gone(two_years: Shop) -> None:
    answer = two_years.get(f"/api/stores/sales?{APRIL}&compare=year&limit=1")
    assert answer.rows("store", "previous") == [("S1", 100)]
    assert "previous_only" not in answer.summary


def test_filters_hold_in_both_periods(two_years: Shop) -> None:
    answer = two_years.get(f"/api/stores/sales?{APRIL}&compare=year&state=NV&category=Vegan")
    assert answer.rows("store", "revenue", "previous") == [("S2", 50, 40)]
    assert answer.summary["previous_only"] == {"rows": 1, "revenue": 7}


@pytest.mark.parametrize("url", ["stores/sales", "stores/sales_by_state", "products/top", "products/sales", "kpis"])
def test_nothing_is_compared_with_days_before_the_data(two_years: Shop, url: str) -> None:
    early = two_years.get(f"/api/{url}?start=2024-03-01&end=2024-03-31&compare=year")
    assert early.summary["previous_period"] is None
    assert {(row["previous"], row["change"]) for row in early.rows()} == {(None, None)}


def _days(answer: Any) -> tuple[str, str]:
    period = answer.summary["previous_period"]
    return period["start"], period["end"]


def test_days_beyond_the_data_are_not_compared(shop: Shop) -> None:
    shop.sell("2023-11-01", 30).sell("2023-12-01", 5).sell("2023-12-20", 100)
    shop.sell("2024-11-25", 7).sell("2024-12-01", 10).sell("2024-12-09", 2)
    year = shop.get("/api/kpis?start=2024-12-01&end=2024-12-31&compare=year")
    assert (_days(year), year.figure("revenue", "previous")) == (("2023-12-01", "2023-12-09"), 5)
    before = shop.get("/api/kpis?start=2024-12-01&end=2024-12-31")
    assert (_days(before), before.figure("revenue", "previous")) == (("2024-11-22", "2024-11-30"), 7)
    assert before.summary["period"] == {"start": "2024-12-01", "end": "2024-12-09"}


def test_the_steepest_fall_or_rise_comes_first_before_the_limit_cuts(two_years: Shop) -> None:
    asked = f"/api/stores/sales?{APRIL}&compare=year"
    assert two_years.get(f"{asked}&sort=falling").rows("store") == ["S1", "S2", "S4"]
    assert two_years.get(f"{asked}&sort=rising").rows("store") == ["S2", "S1", "S4"]
    first = two_years.get(f"{asked}&sort=rising&limit=1")
    assert (first.rows("store"), first.summary["truncated"], first.summary["rows"]) == (["S2"], True, 1)
    assert first.summary["previous_only"] == {"rows": 1, "revenue": 7}


def test_without_a_period_before_the_largest_stay_first(two_years: Shop) -> None:
    assert two_years.get("/api/stores/sales?sort=falling&limit=1").rows("store", "change") == [("S1", None)]

"""Whose weekly revenue swings most."""

from math import sqrt

import pytest

from tests.world import Shop


@pytest.fixture
def weeks(shop: Shop) -> Shop:
    """Four weeks from Monday 1 January 2024. S1 sells 10 each week; S2 20 in the second and 40 in the fourth."""
    shop.store("S2", "NV", "Reno").product("P1").product("P2", "Vegan").product("POST", "Fees", is_fee="true")
    for monday in (1, 8, 15, 22):
        shop.sell(f"2024-01-{monday:02d}", 10)
    shop.sell("2024-01-09", 15, store="S2", sku="P2").sell("2024-01-14", 5, store="S2", sku="POST")
    return shop.sell("2024-01-28", 40, store="S2", sku="P2")


def test_weeks_without_a_sale_count_nothing(weeks: Shop) -> None:
    rows = weeks.get("/api/orders/volatility").rows("member", "weeks", "mean", "deviation", "variation")
    assert rows == [("S2", 3, 20, 20, 1), ("S1", 4, 10, 0, 0)]


def test_weeks_covered_in_part_are_left_out(weeks: Shop) -> None:
    rows = weeks.get("/api/orders/volatility?start=2024-01-02&end=2024-01-27").rows("member", "weeks")
    assert rows == [("S1", 2)]


def test_by_state(weeks: Shop) -> None:
    assert weeks.get("/api/orders/volatility?level=state").rows("member", "name") == [
        ("NV", "Nevada"),
        ("CA", "California"),
    ]


@pytest.mark.parametrize(("level", "members"), [("product", ["P2", "P1"]), ("category", ["Vegan", "Classic"])])
def test_fees_are_neither_product_nor_category(weeks: Shop, level: str, members: list[str]) -> None:
    answer = weeks.get(f"/api/orders/volatility?level={level}")
    assert answer.rows("member") == members
    mean = (15 + 0 + 40) / 3
    spread = sqrt(((15 - mean) ** 2 + mean**2 + (40 - mean) ** 2) / 2)
    assert answer.rows("variation")[0] == pytest.approx(spread / mean)


def test_who_has_too_few_weeks_is_left_out(weeks: Shop) -> None:
    answer = weeks.get("/api/orders/volatility?min_weeks=4")
    assert (answer.rows("member"), answer.summary["too_few_weeks"]) == (["S1"], 1)


def test_the_limit_keeps_the_most_volatile(weeks: Shop) -> None:
    answer = weeks.get("/api/orders/volatility?limit=1")
    assert (answer.rows("member"), answer.summary["truncated"]) == (["S2"], True)


def test_less_than_a_week_is_explained(weeks: Shop) -> None:
    answer = weeks.get("/api/orders/volatility?start=2024-01-09&end=2024-01-15")
    assert answer.summary["unavailable"].startswith("Needs a whole week")


def test_sales_that_span_too_few_weeks_are_explained(weeks: Shop) -> None:
    answer = weeks.get("/api/orders/volatility?min_weeks=5")
    assert answer.summary["unavailable"] == "Needs 5 whole weeks; sales here span 4 at most: choose a longer period."

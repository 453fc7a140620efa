"""Drawings of orders."""

from typing import Any

import pytest

from dash_app.components.card import Drawn
from dash_app.components.charts.orders.basket import ask_together, basket, says_rules, together
from dash_app.components.charts.orders.outliers import outliers, says_how_many
from dash_app.components.charts.orders.per_order import ask_per_order, per_order
from dash_app.components.charts.orders.seasonal import says_when, seasonal
from dash_app.components.charts.orders.value_distribution import says_middle, value_distribution
from dash_app.components.charts.orders.volatility import says_swing, volatility
from dash_app.scene import Scene
from tests.dash_app.conftest import asked, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import having, links, texts

EVERYTHING = frozenset({"orders", "states", "categories", "time_of_day"})
CELLS = {
    "month": "count",
    "weekday": "count",
    "hour": "count",
    "days": "count",
    "orders": "count",
    "revenue": "money",
    "index": "number",
}
RULES = {
    "antecedent": "text",
    "consequent": "text",
    "antecedent_names": "text",
    "consequent_name": "text",
    "baskets": "count",
    "support": "share",
    "confidence": "share",
    "lift": "number",
    "q_value": "share",
}
RULE = ("P1", "P2", "Tea", "Cake", 4, 0.5, 0.8, 1.6, 0.0001)


def week() -> Any:
    """Two hours of two days; Friday at six brings most."""
    rows = [(None, day, hour, 1, 1, 10.0 * day, day / 3) for day in (4, 5) for hour in (11, 18)]
    best = dict(zip(CELLS, (None, 5, 18, 1, 1200, 32_600.0, 5.83), strict=True))
    return result(CELLS, *rows, strongest=best)


def test_the_hour_that_sells_best_is_said_and_framed() -> None:
    scene = placed("orders/seasonal", capabilities=EVERYTHING)
    assert says_when(week(), scene) == (
        "It sells best on Fridays, 18:00 – 19:00: 5.8 times the average hour, $32.6\u202fK in 1,200 orders."
    )
    drawn = seasonal(week(), scene)
    assert drawn is not None
    (frame,) = plotted(drawn.figure).layout.shapes
    assert (frame.x0, frame.x1, frame.y0, frame.y1) == (6.5, 7.5, 3.5, 4.5)
    assert list(plotted(drawn.figure).data[0].x) == [str(hour) for hour in range(11, 19)]
    assert plotted(drawn.figure).data[0].y[4] == "Fri"


def test_without_times_of_day_the_pattern_is_of_months() -> None:
    assert ("by", "month,weekday") in asked("orders/seasonal").params
    best = dict(zip(CELLS, (12, 6, None, 5, 10, 100.0, 2.0), strict=True))
    answer = result(CELLS, (12, 6, None, 5, 10, 100.0, 2.0), strongest=best)
    assert says_when(answer, placed("orders/seasonal")).startswith("It sells best on Saturdays in December: 2.0 times")


def test_nothing_sold_has_no_best_hour() -> None:
    scene = placed("orders/seasonal", capabilities=EVERYTHING)
    assert seasonal(result(CELLS, strongest=None), scene) is None
    assert says_when(result(CELLS, strongest=None), scene) == ""


BINS = {"from": "money", "to": "money", "orders": "count", "share": "share"}


@pytest.mark.parametrize(
    ("search", "heights"), [("", (3, 1)), ("?orders-value_distribution.shown=share", (0.75, 0.25))]
)
def test_order_values_show_orders_or_shares(search: str, heights: tuple[float, ...]) -> None:
    answer = result(BINS, (0.0, 10.0, 3, 0.75), (10.0, None, 1, 0.25), median=8.0, mean=9.5)
    scene = placed("orders/value_distribution", search)
    assert tuple(plotted(value_distribution(answer, scene).figure).data[0].y) == heights
    assert says_middle(answer, scene) == "Half of the orders are worth less than $8.00; the mean is $9.50."


PER_ORDER = {
    "period": "day",
    "member": "text",
    "name": "text",
    "orders": "count",
    "value": "money",
    "lower_quartile": "money",
    "median": "money",
    "upper_quartile": "money",
    "complete": "flag",
}


def test_over_time_a_period_that_is_not_complete_has_an_open_dot() -> None:
    rows = [(day, "", "", 4, 10.0, 8.0, 9.0, 12.0, day < "2024-03") for day in ("2024-02-01", "2024-03-01")]
    drawn = per_order(result(PER_ORDER, *rows), placed("orders/avg_value", "?grain=month"))
    line = plotted(drawn.figure).data[-1]
    assert tuple(line.y) == (10, 10)
    assert line.marker.color[0] != line.marker.color[1]
    assert "March 2024, incomplete" in line.text[1]


@pytest.mark.parametrize(
    ("by", "link"),
    [("store", "/store/S1?state=CA"), ("state", "/state/S1?"), ("category", "?state=CA&orders-avg_value.by=category")],
)
def test_members_lead_on(by: str, link: str) -> None:
    scene = placed("orders/avg_value", f"?state=CA&orders-avg_value.by={by}", capabilities=EVERYTHING)
    drawn = per_order(result(PER_ORDER, (None, "S1", "One", 4, 10.0, 8.0, 9.0, 12.0, None)), scene)
    band, mean, median = plotted(drawn.figure).data
    assert (band.base, band.x, mean.x, median.x) == ((8,), (4,), (10,), (9,))
    assert band.customdata[0][0].startswith(link.rstrip("?"))


def test_time_is_cut_as_the_page_is() -> None:
    scene = placed("orders/avg_items", "?grain=week")
    assert ask_per_order("orders/avg_items")(scene).params[-2:] == [("by", "period"), ("grain", "week")]


SWINGS = {
    "member": "text",
    "name": "text",
    "weeks": "count",
    "mean": "money",
    "deviation": "money",
    "variation": "share",
}


@pytest.mark.parametrize(
    ("level", "link"),
    [("store", "/store/A"), ("product", "/product/A"), ("category", "category=A"), ("state", "/state/A")],
)
def test_whoever_swings_leads_on(level: str, link: str) -> None:
    scene = placed("orders/volatility", f"?orders-volatility.level={level}", capabilities=EVERYTHING)
    answer = result(SWINGS, ("A", "Alpha", 12, 100.0, 52.6, 0.526))
    assert link in links(volatility(answer, scene))[0]
    assert says_swing(answer, scene) == "Alpha swings most: a week is usually off its mean by about 53\u202f%."


ODD = {
    "order": "text",
    "ordered_at": "moment",
    "store": "text",
    "store_name": "text",
    "customer": "text",
    "total": "money",
    "median": "money",
    "z": "number",
}


def test_an_order_that_stands_out_leads_to_store_and_customer() -> None:
    rows = (
        ("O1", "2024-01-06T10:30:00", "S1", "Lompoc", "A", 50.0, 10.5, 17.8),
        ("O2", "2024-01-07T11:00:00", "", "", "", 1.0, 10.5, -4.2),
    )
    answer, scene = result(ODD, *rows, outliers=3, threshold=3.5), placed("orders/outliers", "?state=CA")
    listed = outliers(answer, scene)
    assert links(listed) == ["/store/S1?state=CA", "/customer/A?state=CA&period=all"]
    assert "Guest" in texts(listed)
    assert "The first 2 of 3; the download has more." in texts(listed)
    assert says_how_many(answer, scene) == "3 orders lie more than 3.5 robust standard deviations from the median."


def test_a_rule_in_words_and_numbers() -> None:
    answer, scene = result(RULES, RULE, rules=9, truncated=True), placed("orders/basket", "?state=CA")
    listed = basket(answer, scene)
    assert (
        says_rules(answer, scene) == "Of those who buy Tea, 80.0\u202f% also buy Cake: 1.60 times as often as chance."
    )
    assert links(listed) == ["/product/P1?state=CA", "/product/P2?state=CA"]
    assert {"50.0\u202f%", "4 orders", "80.0\u202f%", "1.60", "< 0.001", "The first 1 of 9."} <= set(texts(listed))


def test_several_items_at_once_lead_nowhere_and_categories_filter() -> None:
    several = result(RULES, ("P1 + P3", *RULE[1:]))
    assert links(basket(several, placed("orders/basket"))) == ["/product/P2"]
    categories = placed("orders/basket", "?orders-basket.by=category", capabilities=EVERYTHING)
    assert links(basket(result(RULES, RULE), categories)) == [
        "?orders-basket.by=category&category=P1",
        "?orders-basket.by=category&category=P2",
    ]


def test_thresholds_reach_the_api() -> None:
    given = asked("orders/basket", "?orders-basket.min_support=0.02&orders-basket.min_confidence=0.5").params
    assert {("min_support", "0.02"), ("min_confidence", "0.5")} <= set(given)
    assert {("min_support", "0.005"), ("min_confidence", "0.1")} <= set(asked("orders/basket").params)


def test_a_chosen_product_is_asked_for_what_is_bought_with_it() -> None:
    chosen = placed("products/together", "?state=CA&sku=P1")
    assert ("item", "P1") in ask_together(chosen).params
    assert ("sku", "P1") not in ask_together(chosen).params
    assert "item" not in dict(ask_together(placed("products/together", "?sku=P1&sku=P2")).params)
    assert len(having(together(result(RULES, RULE), chosen), "number")) == 8
    assert "Who buys" not in texts(together(result(RULES, RULE), chosen))
    assert "Who buys" in texts(together(result(RULES, RULE), placed("products/together")))


def test_drawings_are_pure() -> None:
    """Twice the same answer is twice the same figure."""
    scene: Scene = placed("orders/seasonal", capabilities=EVERYTHING)
    first, second = seasonal(week(), scene), seasonal(week(), scene)
    assert isinstance(first, Drawn)
    assert isinstance(second, Drawn)
    assert first.figure == second.figure

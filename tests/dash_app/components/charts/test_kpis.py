"""The headline and its tiles."""

from typing import Any

import pytest

from dash_app.components.charts.kpis.kpis import kpis
from tests.dash_app.conftest import bare_scene, result
from tests.dash_app.reading import having, texts

UNITS = dict.fromkeys(("name", "unit", "description"), "text") | dict.fromkeys(("value", "previous"), "number")
FIGURES = {
    "revenue": "money",
    "returns": "money",
    "net_revenue": "money",
    "orders": "count",
    "order_value": "money",
    "items_per_order": "number",
    "customers": "count",
    "new_customers": "count",
    "repeat_rate": "share",
}
PERIODS = {
    "period": {"start": "2024-10-03", "end": "2024-12-31"},
    "previous_period": {"start": "2024-07-05", "end": "2024-10-02"},
}


def answer(previous: float | None, change: float | None, **summary: Any) -> Any:
    rows = [(name, unit, f"About {name}.", 1000.0, previous, change) for name, unit in FIGURES.items()]
    return result({**UNITS, "change": "change"}, *rows, **{**PERIODS, **summary})


@pytest.mark.parametrize(
    ("change", "headline"),
    [
        (0.25, "Revenue rose 25.0\u202f% to $1.00\u202fK"),
        (-0.2, "Revenue fell 20.0\u202f% to $1.00\u202fK"),
        (0.0, "Revenue holds at $1.00\u202fK"),
        (None, "Revenue is $1.00\u202fK"),
    ],
)
def test_the_headline_says_it(change: float | None, headline: str) -> None:
    assert texts(kpis(answer(800.0, change), bare_scene()))[0] == headline


def test_the_periods_compared_are_named() -> None:
    (standfirst,) = having(kpis(answer(800.0, 0.25), bare_scene()), "standfirst")
    assert texts(standfirst) == ["3 Oct – 31 Dec 2024, compared with 5 Jul – 2 Oct 2024"]


def test_up_is_blue_with_arrow_and_sign() -> None:
    badge = having(kpis(answer(800.0, 0.25), bare_scene()), "change-up")[0]
    assert texts(badge) == ["▲", "+25.0\u202f%"]
    assert texts(having(kpis(answer(800.0, -0.25), bare_scene()), "change-down")[0]) == ["▼", "−25.0\u202f%"]


def test_without_a_period_before_there_is_no_change() -> None:
    drawn = kpis(answer(None, None, previous_period=None), bare_scene())
    assert having(drawn, "change") == []
    assert set(texts(having(drawn, "kpi-before"))) == {"no earlier data"}
    assert "does not reach back" in texts(having(drawn, "standfirst"))[0]


def test_returns_show_only_where_the_data_has_them() -> None:
    without, having_returns = (
        len(having(kpis(answer(1.0, 1.0), bare_scene("", capabilities=frozenset(more))), "kpi"))
        for more in ({"orders"}, {"orders", "returns"})
    )
    assert (without, having_returns) == (7, 9)

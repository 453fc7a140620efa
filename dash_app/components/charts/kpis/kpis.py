"""The headline, and the figures behind it."""

from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import ColumnInfo, Result
from dash_app.components import numbers
from dash_app.components.info import popover
from dash_app.components.kpi_card import kpi_card
from dash_app.scene import Scene
from dash_app.texts import marked, say

_ORDER = ("revenue", "orders", "order_value", "customers", "new_customers", "repeat_rate", "items_per_order")
_OF_ONE = ("revenue", "orders", "order_value", "items_per_order")
_WITH_RETURNS = (*_ORDER[:1], "net_revenue", *_ORDER[1:], "returns")


def kpis(result: Result, scene: Scene) -> Component:
    """Say how business is in one sentence, then show each figure."""
    figures = {row["name"]: row for row in result.rows}
    order = _shown(scene)
    tiles = [kpi_card(figures[name], result.currency) for name in order]
    meanings = tuple(ColumnInfo(figures[n]["name"], figures[n]["unit"], figures[n]["description"]) for n in order)
    compared = marked("Each figure with that of the period before, and its change.")
    heading = html.H2 if scene.fixed else html.H1
    title = html.Div(
        [
            heading(_headline(figures["revenue"], result.currency)),
            popover(say("About these figures"), compared, meanings),
        ],
        className="headline",
    )
    return html.Div(
        [title, html.P(_periods(result), className="standfirst"), html.Dl(tiles, className=f"kpis kpis-{len(tiles)}")]
    )


def _shown(scene: Scene) -> tuple[str, ...]:
    """Names of the figures: on a page about one customer, those that say something about one."""
    if "customer" in dict(scene.fixed):
        return _OF_ONE
    return _WITH_RETURNS if "returns" in scene.dataset.capabilities else _ORDER


def _headline(revenue: dict[str, Any], currency: str) -> str:
    value = numbers.short(revenue["value"], revenue["unit"], currency)
    if revenue["change"] is None:
        return say("Revenue is {amount}", amount=value)
    written = numbers.change(abs(revenue["change"])).lstrip("+±")
    if numbers.change(revenue["change"]).startswith("±"):
        return say("Revenue holds at {amount}", amount=value)
    if revenue["change"] > 0:
        return say("Revenue rose {change} to {amount}", change=written, amount=value)
    return say("Revenue fell {change} to {amount}", change=written, amount=value)


def _periods(result: Result) -> str:
    now = _days(result.summary["period"])
    if not result.summary["previous_period"]:
        return say("{days}; the data does not reach back to the period before.", days=now)
    return say("{days}, compared with {before}", days=now, before=_days(result.summary["previous_period"]))


def _days(period: dict[str, str]) -> str:
    return numbers.days(date.fromisoformat(period["start"]), date.fromisoformat(period["end"]))

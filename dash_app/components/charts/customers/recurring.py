"""Customers by the number of their orders."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.columns import columns
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, PAST
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say

_TOLD = ("customers", "share", "revenue", "revenue_share")


def recurring(result: Result, _: Scene) -> Drawn:
    """Draw the share of customers before the share of revenue that they bring."""
    names = [_orders(row) for row in result.rows]
    tips = [tip(name, row, result, _TOLD) for name, row in zip(names, result.rows, strict=True)]
    drawn = columns(result, "share", names, tips, behind="revenue_share")
    return Drawn(drawn, legend([Key("cell", ACCENT, say("Customers")), Key("cell", PAST, say("Their revenue"))]))


def _orders(row: dict[str, Any]) -> str:
    orders = str(row["orders"])
    return say("1 order") if orders == "1" else say("{orders} orders", orders=orders)


def says_share(result: Result, _: Scene) -> str:
    """Say how many came back."""
    share = exact(result.summary["recurring_share"], "share")
    several, people = (exact(result.summary[name], "count") for name in ("recurring", "customers"))
    told = {"several": several, "all": people, "share": share}
    return say("{several} of {all} customers, {share}, bought more than once.", **told)

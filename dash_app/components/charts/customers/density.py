"""Where customers live, and how densely."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list
from dash_app.components.charts.marks.ranked import as_chosen
from dash_app.components.charts.stores.sales import name_of
from dash_app.components.closing import closing_of
from dash_app.reader import decimal
from dash_app.scene import Scene
from dash_app.texts import say

_LEAST = 0.01
_NEEDS = {"country": "countries", "state": "states", "city": "cities"}
LEVEL = Choice(
    "level",
    "Homes by",
    (("state", "State"), ("city", "City"), ("country", "Country")),
    needs=tuple(_NEEDS.items()),
)


def density(result: Result, scene: Scene) -> Component:
    """List the places by their customers; a click looks at those who live there."""
    most = max(row["customers"] for row in result.rows)
    closing = closing_of(result)
    return bar_list([_bar(row, most, result, scene) for row in result.rows], closing)


def _bar(row: dict[str, Any], most: int, result: Result, scene: Scene) -> Bar:
    level = scene.options["level"]
    name, figure = name_of(row, level), numbers.exact(row["customers"], "count")
    share = numbers.exact(row["share"], "share")
    return Bar(
        name=name,
        detail=_detail(row, level),
        figure=as_chosen(row, "customers", result, scene),
        title=say("{name}: {figure} customers, {share} of all", name=name, figure=figure, share=share),
        length=row["customers"] / most,
        link=scene.into(level, row),
        chosen=row[level] == scene.selection.only(level) != "",
    )


def _in_short(density: float) -> str:
    return f"< {decimal(_LEAST, 2)}" if density < _LEAST else numbers.exact(density, "number")


def _detail(row: dict[str, Any], level: str) -> str:
    if row["per_100_km2"] is not None:
        return say("{number} per 100\u202fkm²", number=_in_short(row["per_100_km2"]))
    return str(row["state"]) if level == "city" else ""

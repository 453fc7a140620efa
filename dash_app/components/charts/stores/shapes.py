"""Sales by country or state: areas that a click opens."""

from typing import Any

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.charts.classes import class_of, lower_bounds
from dash_app.components.charts.maps.base_map import BELOW_NAMES
from dash_app.components.charts.maps.layer import NOTHING, TIP, Layer
from dash_app.components.charts.plot import Choroplethmap
from dash_app.components.charts.stores.sales import name_of
from dash_app.components.charts.template import OUTLINE, SCALE
from dash_app.components.legend import Key
from dash_app.scene import Scene
from dash_app.texts import say, say_n

_FILES = {"country": "/assets/map/countries.geojson", "state": "/assets/map/states.geojson"}
_CLEAR = "rgba(0,0,0,0)"


def shapes(result: Result, scene: Scene, people: Result | None) -> Layer:
    """Outline what a click opens; coloured by revenue where no customers can be shown."""
    rows = [row for row in result.rows if row["country_code"] and row["revenue"] > 0]
    if not rows:
        return NOTHING
    if scene.level not in _FILES:
        return Layer([_outline(rows)], []) if scene.selection.only("state") else NOTHING
    if people and people.rows:
        return Layer([_trace(rows, scene, result, [0] * len(rows), (_CLEAR,))], [])
    bounds = lower_bounds([row["revenue"] for row in rows])
    classes = [class_of(row["revenue"], bounds) for row in rows]
    return Layer([_trace(rows, scene, result, classes, SCALE[-len(bounds) :])], _keys(bounds, result))


def _outline(rows: list[dict[str, Any]]) -> Choroplethmap:
    """Border of the state one is in; the pointer reaches through it."""
    states = sorted({_feature(row, "state") for row in rows})
    return Choroplethmap(
        geojson=_FILES["state"],
        locations=states,
        z=[0] * len(states),
        colorscale=[[0, _CLEAR], [1, _CLEAR]],
        showscale=False,
        below=BELOW_NAMES,
        marker={"line": {"width": 1.2, "color": OUTLINE}},
        hoverinfo="skip",
    )


def _trace(
    rows: list[dict[str, Any]], scene: Scene, result: Result, classes: list[int], colors: tuple[str, ...]
) -> Choroplethmap:
    return Choroplethmap(
        geojson=_FILES[scene.level],
        locations=[_feature(row, scene.level) for row in rows],
        z=[number + 0.5 for number in classes],
        zmin=0,
        zmax=len(colors),
        colorscale=[[end / len(colors), color] for i, color in enumerate(colors) for end in (i, i + 1)],
        showscale=False,
        below=BELOW_NAMES,
        marker={"opacity": 0.85, "line": {"width": 1, "color": OUTLINE if colors == (_CLEAR,) else "var(--surface)"}},
        customdata=[[scene.into(scene.level, row)] for row in rows],
        text=[_tip(row, scene.level, result) for row in rows],
        hovertemplate=TIP,
    )


def _feature(row: dict[str, Any], level: str) -> str:
    return str(row["country_code"]) if level == "country" else f"{row['country_code']}-{row['state']}"


def _tip(row: dict[str, Any], level: str, result: Result) -> str:
    name = name_of(row, level)
    revenue = numbers.exact(row["revenue"], "money", result.currency)
    orders = say_n("{n} order", "{n} orders", row["orders"])
    sold, click = say("{amount} revenue", amount=revenue), say("Click to open {name}", name=name)
    return f"<b>{name}</b><br>{sold}<br>{orders}<br>{click}"


def _keys(bounds: list[float], result: Result) -> list[Key]:
    names = [say("from {amount}", amount=numbers.short(bound, "money", result.currency)) for bound in bounds]
    return [Key("cell", color, name) for color, name in zip(SCALE[-len(bounds) :], names, strict=True)]

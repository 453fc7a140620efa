"""Stores, sized by revenue; cities where the stores have no place of their own."""

from math import sqrt
from typing import Any

import plotly.graph_objects as go

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.charts.maps.layer import NOTHING, TIP, Layer
from dash_app.components.charts.stores.sales import name_of
from dash_app.components.charts.template import INK, SURFACE
from dash_app.components.legend import Key
from dash_app.scene import Scene

_SMALLEST, _LARGEST, _RIM = 7, 22, 3
_MANY = 60


def dots(result: Result, stores: Result, scene: Scene) -> Layer:
    """Draw the stores, or the cities of sale where no store stands on the map."""
    shops = [row for row in stores.rows if row["latitude"] is not None and row["kind"] == "store"]
    if shops:
        tips = [_tip(row, row["name"] or row["store"], name_of(row, scene.level), stores.currency) for row in shops]
        links = [scene.into(scene.level, row) for row in shops]
        return Layer(_traces(shops, tips, links), [Key("dot", INK, "Store, by revenue")])
    cities = [row for row in result.rows if row["latitude"] is not None and row["revenue"] > 0]
    if scene.level not in ("city", "store") or not cities:
        return NOTHING
    tips = [_tip(row, row["city"], row["city"], result.currency) for row in cities]
    links = [scene.into("city", row) for row in cities]
    return Layer(_traces(cities, tips, links), [Key("dot", INK, "City, by revenue")])


def _tip(row: dict[str, Any], name: str, target: str, currency: str) -> str:
    revenue = numbers.exact(row["revenue"], "money", currency)
    return f"<b>{name}</b><br>{revenue} revenue<br>{row['orders']:,} orders<br>Click to open {target}"


def _traces(rows: list[dict[str, Any]], tips: list[str], links: list[str]) -> list[go.Scattermap]:
    rows, tips, links = _smallest_last(rows, tips, links)
    most = max(row["revenue"] for row in rows) or 1
    smallest = _SMALLEST if len(rows) < _MANY else _SMALLEST / 2
    sizes = [smallest + (_LARGEST - smallest) * sqrt(max(row["revenue"], 0) / most) for row in rows]
    rim = _dots(rows, {"size": [size + _RIM for size in sizes], "color": SURFACE}, hoverinfo="skip")
    look = {"size": sizes, "color": INK, "opacity": 0.92}
    return [rim, _dots(rows, look, text=tips, customdata=[[link] for link in links], hovertemplate=TIP)]


def _smallest_last(rows: list[Any], tips: list[str], links: list[str]) -> tuple[list[Any], list[str], list[str]]:
    order = sorted(range(len(rows)), key=lambda i: -rows[i]["revenue"])
    return [rows[i] for i in order], [tips[i] for i in order], [links[i] for i in order]


def _dots(rows: list[dict[str, Any]], marker: dict[str, Any], **more: Any) -> go.Scattermap:
    latitudes, longitudes = ([row[name] for row in rows] for name in ("latitude", "longitude"))
    return go.Scattermap(lat=latitudes, lon=longitudes, mode="markers", marker=marker, **more)

"""The stores on the map: how much they sell, and whether more or less than before."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.maps.extent import extent_of, most_of, place_key
from dash_app.components.charts.maps.map_of import map_of
from dash_app.components.charts.maps.shops import located, shops
from dash_app.scene import Scene


def store_map(result: Result, scene: Scene) -> Drawn | None:
    """Draw a dot per store, or per marketplace seller where no store has a place; a click opens the page about it."""
    rows = located(result) or [row for row in most_of(result.rows, 0) if row["revenue"] > 0]
    layer = shops(result, lambda row: scene.opening("store", row["store"]), _name, rows=rows)
    return map_of((layer,), extent_of(rows), place_key(scene))


def _name(row: dict[str, Any]) -> str:
    return str(row["name"] or row["store"])

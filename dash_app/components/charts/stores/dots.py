"""Stores on the map; cities where the stores have no place of their own."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.maps.dots import sized_dots
from dash_app.components.charts.maps.layer import NOTHING, Layer
from dash_app.components.charts.maps.shops import located, shops
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.stores.sales import name_of
from dash_app.components.charts.template import INK
from dash_app.components.legend import Key
from dash_app.scene import Scene
from dash_app.texts import say


def dots(result: Result, stores: Result, scene: Scene) -> Layer:
    """Draw the stores, or the cities of sale where no store stands on the map."""
    if located(stores):
        return shops(stores, lambda row: scene.into(scene.level, row), lambda row: name_of(row, scene.level))
    cities = [row for row in result.rows if row["latitude"] is not None and row["revenue"] > 0]
    if scene.level not in ("city", "store") or not cities:
        return NOTHING
    links = [scene.into("city", row) for row in cities]
    return Layer(
        sized_dots(cities, "revenue", _tips(cities, result), links), [Key("dot", INK, say("City, by revenue"))]
    )


def _tips(cities: list[dict[str, Any]], result: Result) -> list[str]:
    told = ("revenue", "orders")
    return [tip(row["city"], row, result, told, say("Click to open {name}", name=row["city"])) for row in cities]

"""The map: stores, sales by place, and where the customers live."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.base_map import base_map
from dash_app.components.charts.extent import Extent, extent_of, most_of, place_key, resolution_at
from dash_app.components.charts.stores import cells, dots, shapes
from dash_app.components.charts.template import figure
from dash_app.components.legend import legend
from dash_app.scene import Scene

_WORLD = Extent(-130, -45, 160, 65)
_CAPABILITIES = {"city": "cities", "state": "states", "country": "countries"}
_CLOSE = 6


def ask_places(scene: Scene) -> Ask:
    """Ask for sales by the places of the level shown, or by the finest that the data knows."""
    known = [level for level, capability in _CAPABILITIES.items() if capability in scene.dataset.capabilities]
    level = scene.level if scene.level in known else next(iter(known), "country")
    return Ask("stores/places", [*scene.params(), ("level", level)])


def ask_layers(scene: Scene, places: Result) -> list[Ask]:
    """Ask for the stores, and for the customers in cells as fine as the zoom allows."""
    asks = [Ask("stores", scene.params())]
    if "coordinates" in scene.dataset.capabilities:
        asks.append(Ask("customers", [*_homes(scene), *_detail(scene, places)]))
    return asks


def _homes(scene: Scene) -> list[tuple[str, str]]:
    """Filters of the customers: those of a chosen store may live anywhere."""
    return scene.params(*(("country", "state", "city") if scene.selection.only("store") else ()))


def _detail(scene: Scene, places: Result) -> list[tuple[str, str]]:
    view = scene.view if scene.view and scene.view.place == place_key(scene) else None
    zoom = view.zoom if view else (extent_of(places.rows) or _WORLD).zoom
    resolution = resolution_at(zoom)
    box = [("bbox", view.bbox)] if view and resolution >= _CLOSE else []
    return [("resolution", str(resolution)), *box]


def title_of_map(scene: Scene) -> str:
    """Ask where sales are made; before the first sale, where everybody is."""
    return "Where is it sold?" if "orders" in scene.dataset.capabilities else "Where are stores and customers?"


def places(result: Result, scene: Scene) -> Drawn | None:
    """Draw the layers from the ground up: cells, places, stores."""
    stores, people = scene.more["stores"], scene.more.get("customers")
    layers = (cells.cells(people), shapes.shapes(result, scene, people), dots.dots(result, stores, scene))
    if not any(layer.traces for layer in layers):
        return None
    drawn = figure(
        map={"style": base_map(), "center": {"lat": 20, "lon": 0}, "zoom": 1},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision=place_key(scene),
        meta={"fit": _extent(result, stores, people), "place": place_key(scene)},
        dragmode="pan",
    )
    for layer in layers:
        drawn.add_traces(layer.traces)
    return Drawn(drawn, legend([key for layer in layers for key in layer.keys], _missing(stores)))


def _extent(result: Result, stores: Result, people: Result | None) -> Extent:
    rows: list[dict[str, Any]] = [*stores.rows, *most_of(people.rows if people else [])]
    return extent_of(rows) or extent_of(result.rows) or _WORLD


def _missing(stores: Result) -> str:
    lost = sum(row["latitude"] is None for row in stores.rows if row["kind"] == "store")
    return f"{lost} {'store has' if lost == 1 else 'stores have'} no coordinates." if lost else ""

"""The map: stores, sales by place, and where the customers live."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.maps.cells import ask_cells, cells
from dash_app.components.charts.maps.extent import Extent, extent_of, most_of, place_key
from dash_app.components.charts.maps.map_of import map_of
from dash_app.components.charts.stores.dots import dots
from dash_app.components.charts.stores.shapes import shapes
from dash_app.scene import Scene
from dash_app.texts import marked, say_n

_CAPABILITIES = {"city": "cities", "state": "states", "country": "countries"}


def ask_places(scene: Scene) -> Ask:
    """Ask for sales by the places of the level shown, or by the finest that the data knows."""
    known = [level for level, capability in _CAPABILITIES.items() if capability in scene.dataset.capabilities]
    level = scene.level if scene.level in known else next(iter(known), "country")
    return Ask("stores/places", [*scene.params(), ("level", level)])


def ask_layers(scene: Scene, places: Result) -> list[Ask]:
    """Ask for the stores, and for the customers."""
    return [Ask("stores", [*scene.params(), ("compare", scene.compare)]), *ask_cells(scene, extent_of(places.rows))]


def title_of_map(scene: Scene) -> str:
    """Ask where sales are made; before the first sale, where everybody is."""
    sold = "orders" in scene.dataset.capabilities
    return marked("Where is it sold?") if sold else marked("Where are stores and customers?")


def places(result: Result, scene: Scene) -> Drawn | None:
    """Draw the layers from the ground up: cells, places, stores."""
    stores, people = scene.more["stores"], scene.more.get("customers")
    layers = (cells(people), shapes(result, scene, people), dots(result, stores, scene))
    return map_of(layers, _extent(result, stores, people), place_key(scene), _missing(stores))


def _extent(result: Result, stores: Result, people: Result | None) -> Extent | None:
    rows: list[dict[str, Any]] = [*stores.rows, *most_of(people.rows if people else [])]
    return extent_of(rows) or extent_of(result.rows)


def _missing(stores: Result) -> str:
    lost = sum(row["latitude"] is None for row in stores.rows if row["kind"] == "store")
    return say_n("{n} store has no coordinates.", "{n} stores have no coordinates.", lost) if lost else ""

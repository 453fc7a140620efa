"""The map of homes: hexagons, refined by looking closer, down to single customers."""

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.maps.cells import ask_cells, cells
from dash_app.components.charts.maps.extent import extent_of, most_of, place_key
from dash_app.components.charts.maps.layer import Layer
from dash_app.components.charts.maps.map_of import map_of
from dash_app.scene import Scene


def ask_homes(scene: Scene) -> Ask:
    """Ask for coarse cells, or for what the viewer looks at."""
    return next(iter(ask_cells(scene, None)), Ask("customers", scene.params()))


def ask_closer(scene: Scene, result: Result, *spread: float) -> list[Ask]:
    """Ask for cells that fit the map once it is known how far the homes spread, but for the outermost."""
    finer = ask_cells(scene, extent_of(most_of(result.rows, *spread)))
    return [] if finer == [ask_homes(scene)] or not result.rows else finer


def customers(result: Result, scene: Scene) -> Drawn | None:
    """Draw where the customers live."""
    people = scene.more.get("customers", result)
    return map_of((homes(people, scene),), extent_of(most_of(people.rows)), place_key(scene))


def homes(people: Result, scene: Scene) -> Layer:
    """Draw the homes; a click on a single one opens the page about who lives there."""
    layer = cells(people)
    if people.summary.get("shown") == "customers":
        for trace in layer.traces:
            trace["customdata"] = [[scene.opening("customer", row["customer"])] for row in people.rows]
    return layer

"""Places that have few customers for their inhabitants: on the map and as a list."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Slider
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list, place_of
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.geo.workbench import pinned
from dash_app.components.charts.maps.dots import sized_dots
from dash_app.components.charts.maps.extent import extent_of, place_key
from dash_app.components.charts.maps.layer import Layer
from dash_app.components.charts.maps.map_of import map_of
from dash_app.components.charts.maps.shops import shops
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import DIVERGING, FAINT
from dash_app.components.legend import Key
from dash_app.scene import Scene
from dash_app.texts import marked, say

INHABITANTS = Slider("min_population", "Places from", 1000, 100_000, 1000, 10_000, "inhabitants", group="penetration")
MOST = "60"
_LISTED = 20
_STEPS = ((0.1, DIVERGING[0], marked("below a tenth of what is expected")), (0.5, DIVERGING[1], marked("below half")))
_REST = (FAINT, marked("more"))


def ask_stores(scene: Scene, _: Result) -> list[Ask]:
    """Ask for the stores, for comparison."""
    return [Ask("stores", [*scene.params(), ("compare", scene.compare)])]


def penetration_map(result: Result, scene: Scene) -> Drawn | None:
    """Draw the places by inhabitants, coloured by how far they stay behind; a click drops the workbench's pin."""
    if not result.rows:
        return None
    colors = [_look(row["index"]) for row in result.rows]
    tips = [_tip(row, result) for row in result.rows]
    links = [pinned(row, scene) for row in result.rows]
    dots = sized_dots(result.rows, "population", tips, links, [color for color, _ in colors])
    keys = [Key("dot", color, say(name)) for color, name in dict.fromkeys(colors)]
    keys[0] = keys[0]._replace(meaning=say("Place by inhabitants, customers {share}", share=keys[0].meaning))
    layers = (_chain(scene), Layer(dots, keys))
    return map_of(layers, extent_of(result.rows), place_key(scene))


def _chain(scene: Scene) -> Layer:
    """The stores, for comparison."""
    stores = scene.more["stores"]
    return shops(stores, lambda row: scene.opening("store", row["store"]), lambda row: row["name"], plain=True)


def low_penetration(result: Result, scene: Scene) -> Component | None:
    """List the places that are behind, the farthest first; None where none is."""
    behind = [row for row in result.rows if row["index"] < 1]
    if not behind:
        return None
    longest = 1 - behind[0]["index"]
    closing = _closing() if len(behind) > _LISTED else ""
    return bar_list([_bar(row, longest, scene) for row in behind[:_LISTED]], closing)


def said(result: Result, _: Scene) -> str:
    """Say what the places were compared with."""
    places = numbers.count(result.summary["places_compared"])
    return say(
        "Customers of all inhabitants, against what is usual among {places} places equally far from a store.",
        places=places,
    )


def _look(index: float) -> tuple[str, str]:
    return next(((color, name) for least, color, name in _STEPS if index < least), _REST)


def _tip(row: dict[str, Any], result: Result) -> str:
    shown = ("population", "customers", "per_1000", "expected_per_1000", "nearest_store_km")
    return tip(f"{row['place']}, {row['state']}", row, result, shown, say("Click to try a store here"))


def _bar(row: dict[str, Any], longest: float, scene: Scene) -> Bar:
    place = f"{row['place']}, {row['state']}" if row["state"] else row["place"]
    people = {"customers": numbers.count(row["customers"]), "inhabitants": numbers.count(row["population"])}
    rates = {name: numbers.exact(row[name], "number") for name in ("per_1000", "expected_per_1000")}
    return Bar(
        name=place,
        detail=say("{customers} of {inhabitants}", **people),
        figure=numbers.change(row["index"] - 1),
        title=say(
            "{place}: {customers} customers among {inhabitants} inhabitants; {per_1000} per 1,000, {expected_per_1000} "
            "expected",
            place=place,
            **people,
            **rates,
        ),
        length=(1 - row["index"]) / longest,
        link=pinned(row, scene),
        place=place_of(row),
    )


def _closing() -> str:
    return say("The {shown} farthest behind; the map and the download have more.", shown=str(_LISTED))

"""Where the customers of one store live, and how far most of them come."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.customers.customers import ask_closer, homes
from dash_app.components.charts.maps.circles import circles
from dash_app.components.charts.maps.extent import extent_of, most_of, place_key
from dash_app.components.charts.maps.layer import NOTHING, Layer
from dash_app.components.charts.maps.map_of import map_of
from dash_app.components.charts.maps.shops import located, shops
from dash_app.components.charts.template import INK
from dash_app.scene import Scene
from dash_app.texts import marked, say

_RADII = ("radius_50_km", "radius_80_km")
_TRAVELLERS = 0.12
"""Share of the homes in each direction that may lie outside the picture."""
_NOTE = marked("Circles: half of its customers live in the inner one, four in five in the outer.")


def ask_around(scene: Scene, result: Result) -> list[Ask]:
    """Ask for finer cells, for the store itself, and for how far it reaches."""
    here = scene.params()
    store = [Ask("stores", [*here, ("compare", scene.compare)]), Ask("stores/customer_reach", here)]
    return [*ask_closer(scene, result, _TRAVELLERS), *store] if result.rows else []


def catchment(result: Result, scene: Scene) -> Drawn | None:
    """Draw the homes, the store, and circles around the half and four fifths of its customers that live nearest."""
    people = scene.more.get("customers", result)
    stores, reach = scene.more["stores"], scene.more["stores/customer_reach"]
    shop = shops(stores, lambda row: scene.opening("store", row["store"]), lambda row: str(row["name"]))
    rings = _rings(located(stores), reach)
    extent = extent_of([*most_of(people.rows, _TRAVELLERS), *located(stores)])
    return map_of((homes(people, scene), rings, shop), extent, place_key(scene), say(_NOTE) if rings.traces else "")


def _rings(shop: list[dict[str, Any]], reach: Result) -> Layer:
    if len(shop) != 1 or not reach.rows:
        return NOTHING
    radii = [reach.rows[0][name] for name in _RADII]
    return Layer([circles(shop, km, INK) for km in radii if km is not None], [])

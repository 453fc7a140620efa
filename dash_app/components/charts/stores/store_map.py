"""The stores on the map: how much they sell, and whether more or less than before."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.maps.extent import extent_of, most_of, place_key
from dash_app.components.charts.maps.map_of import map_of
from dash_app.components.charts.maps.shops import located, shops
from dash_app.scene import Scene
from dash_app.texts import marked, say

_NOTE = marked("The pointer shows within how many kilometres four in five customers live.")


def ask_reach(scene: Scene, _: Result) -> list[Ask]:
    """Ask how far the stores reach."""
    return [Ask("stores/customer_reach", scene.params())]


def store_map(result: Result, scene: Scene) -> Drawn | None:
    """Draw a dot per store, or per marketplace seller where no store has a place; a click opens the page about it."""
    rows = located(result) or [row for row in most_of(result.rows, 0) if row["revenue"] > 0]
    layer = shops(result, lambda row: scene.opening("store", row["store"]), _name, rows=rows)
    reach = {
        scene.opening("store", row["store"]): row["radius_80_km"] for row in scene.more["stores/customer_reach"].rows
    }
    for trace in layer.traces:
        if "customdata" in trace:
            trace["customdata"] = [[link, reach.get(link)] for (link,) in trace["customdata"]]
    return map_of((layer,), extent_of(rows), place_key(scene), say(_NOTE) if any(reach.values()) else "")


def _name(row: dict[str, Any]) -> str:
    return str(row["name"] or row["store"])

"""How far people live from the nearest store, and from the one they use."""

from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.dumbbells import dumbbells
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, INK
from dash_app.components.legend import Key, legend
from dash_app.scene import Scene
from dash_app.texts import say

LEVEL = Choice(
    "level", "Homes by", (("state", "State"), ("city", "City")), needs=(("state", "states"), ("city", "cities"))
)
MOST = "14"
_PAIR = ("nearest_mean_km", "used_mean_km")


def distance(result: Result, scene: Scene) -> Drawn:
    """Draw two dots per place, the farthest on top; a click filters by it."""
    level = scene.options["level"]
    names = [_name(row, level) for row in result.rows]
    shown = ("customers", *_PAIR, "nearest_median_km", "nearest_p95_km")
    tips = [tip(name, row, result, shown, say("Click to filter")) for name, row in zip(names, result.rows, strict=True)]
    links = [scene.selection.toggled(level, str(row[level])).link for row in result.rows]
    drawn = dumbbells(result, _PAIR, names, tips, links)
    used = any(row[_PAIR[1]] is not None for row in result.rows)
    keys = [
        Key("dot", ACCENT, say("to the nearest store")),
        *([Key("dot", INK, say("to the store they use"))] if used else []),
    ]
    return Drawn(drawn, legend(keys, _closing(result)))


def _name(row: dict[str, Any], level: str) -> str:
    no_city = say("No city")
    if level == "city":
        return f"{row['city'] or no_city}, {row['state']}"
    return str(row["state"] or say("No state"))


def _closing(result: Result) -> str:
    said = say("The {shown} farthest; the download has all.", shown=str(len(result.rows)))
    return said if result.summary.get("truncated") else ""

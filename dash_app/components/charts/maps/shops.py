"""Stores, sized by revenue and coloured by their change."""

from collections.abc import Callable
from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.maps.dots import sized_dots
from dash_app.components.charts.maps.layer import NOTHING, Layer
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import DIVERGING, FAINT, INK
from dash_app.components.legend import Key
from dash_app.texts import marked, say

_STEPS = (
    (-0.2, DIVERGING[0], marked("▼ over 20 %")),
    (-0.05, DIVERGING[1], "▼ 5–20 %"),
    (0.05, FAINT, "± 5 %"),
    (0.2, DIVERGING[3], "▲ 5–20 %"),
    (float("inf"), DIVERGING[4], marked("▲ over 20 %")),
)
"""Change below which a store has this colour, and what the legend calls it."""
_UNKNOWN = (INK, marked("no comparison"))


def shops(
    stores: Result | None,
    link: Callable[[dict[str, Any]], str],
    opens: Callable[[dict[str, Any]], str],
    plain: bool = False,
    rows: list[dict[str, Any]] | None = None,
) -> Layer:
    """Draw the shops that have a place.

    rows : those to draw, where it is not all of them.
    link : where a click on a shop leads; opens : what that is called.
    plain : leave out the colours of change, for maps with other colours.
    """
    rows = located(stores) if rows is None else rows
    if stores is None or not rows:
        return NOTHING
    shown = ("revenue", "previous", "change", "orders")
    tips = [
        tip(row["name"] or row["store"], row, stores, shown, say("Click to open {name}", name=opens(row)))
        for row in rows
    ]
    looks = [_UNKNOWN if plain else _look(row["change"]) for row in rows]
    dots = sized_dots(rows, "revenue", tips, [link(row) for row in rows], [color for color, _ in looks])
    return Layer(dots, _keys(looks))


def located(stores: Result | None) -> list[dict[str, Any]]:
    """Shops that have a place, without sellers and web shops."""
    rows = stores.rows if stores else []
    return [row for row in rows if row["latitude"] is not None and row["kind"] == "store"]


def _look(change: float | None) -> tuple[str, str]:
    if change is None:
        return _UNKNOWN
    return next((color, name) for least, color, name in _STEPS if change < least)


def _keys(looks: list[tuple[str, str]]) -> list[Key]:
    if set(looks) == {_UNKNOWN}:
        return [Key("dot", INK, say("Store, by revenue"))]
    known = [Key("dot", color, say(name)) for _, color, name in _STEPS if (color, name) in looks]
    first = known[0]._replace(meaning=say("Store, by revenue: {change}", change=known[0].meaning))
    return [first, *known[1:], *([Key("dot", INK, say(_UNKNOWN[1]))] if _UNKNOWN in looks else [])]

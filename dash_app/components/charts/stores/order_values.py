"""How the values of their orders differ between stores."""

from dataclasses import replace

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.boxes import MOST, Five, boxes
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.stores.names import names_of
from dash_app.components.legend import legend
from dash_app.scene import Scene
from dash_app.texts import say

_FIVE = Five("lowest", "lower_quartile", "median", "upper_quartile", "highest")
_QUARTILES_SHOWN = 2.5
"""How far the picture reaches, in the largest upper quartile: single huge orders would flatten all boxes."""


def order_values(result: Result, scene: Scene) -> Drawn:
    """Draw a box for each of the busiest stores, the highest median first; a click opens the store."""
    busiest = sorted(result.rows, key=lambda row: -row["orders"])[:MOST]
    result = replace(result, rows=[row for row in result.rows if row in busiest])
    names = list(names_of({row["store"]: row for row in result.rows}).values())
    told = ("orders", *reversed(_FIVE))
    tips = [tip(name, row, result, told) for name, row in zip(names, result.rows, strict=True)]
    links = [scene.opening("store", row["store"]) for row in result.rows]
    drawn = boxes(result, _FIVE, names, tips, links)
    end = max(row["upper_quartile"] for row in result.rows) * _QUARTILES_SHOWN
    drawn.update_xaxes(range=[0, min(end, max(row["highest"] for row in result.rows))])
    note = say("Thin lines reach to the smallest and largest order; the longest leave the picture.")
    return Drawn(drawn, legend([], note))

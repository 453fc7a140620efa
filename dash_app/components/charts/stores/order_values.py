"""How the values of their orders differ between stores."""

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.boxes import Five, boxes
from dash_app.components.charts.marks.tips import tip
from dash_app.scene import Scene

_FIVE = Five("lowest", "lower_quartile", "median", "upper_quartile", "highest")


def order_values(result: Result, scene: Scene) -> Drawn:
    """Draw a box per store, the highest median first; a click opens the store."""
    names = [row["name"] or row["store"] for row in result.rows]
    told = ("orders", *reversed(_FIVE))
    tips = [tip(name, row, result, told) for name, row in zip(names, result.rows, strict=True)]
    links = [scene.opening("store", row["store"]) for row in result.rows]
    return Drawn(boxes(result, _FIVE, names, tips, links))

"""What products cost, by category and size."""

from dataclasses import replace
from typing import Any

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.card import Drawn
from dash_app.components.charts.colors import named_in_color
from dash_app.components.charts.marks.ranges import MOST, Mark, ranges
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, INK, PAST, SERIES
from dash_app.components.legend import Key, legend
from dash_app.components.names import category_name
from dash_app.scene import Scene
from dash_app.texts import say

_TOLD = ("mean", "median", "lowest", "highest", "paid", "products")
_MARKS = (
    Mark("mean", "circle", ACCENT),
    Mark("median", "line-ns", INK),
    Mark("paid", "diamond", SERIES[1]),
)


def avg_price(result: Result, scene: Scene) -> Drawn:
    """Draw the range of prices of each category and size, those with most products."""
    largest = sorted(result.rows, key=lambda row: -row["products"])[:MOST]
    shown = replace(result, rows=[row for row in result.rows if row in largest])
    names = [_name(row) for row in shown.rows]
    tips = [tip(name, row, result, _TOLD) for name, row in zip(names, shown.rows, strict=True)]
    links = [scene.selection.toggled("category", row["category"]).link if row["category"] else "" for row in shown.rows]
    keys = [
        Key("cell", PAST, say("Cheapest to dearest")),
        Key("dot", ACCENT, say("Mean")),
        Key("mark", INK, say("Median")),
        Key("diamond", SERIES[1], say("Paid per unit")),
    ]
    counts = {"shown": str(MOST), "all": numbers.count(len(result.rows))}
    note = say("The {shown} with most products; the table has all {all}.", **counts) if len(result.rows) > MOST else ""
    drawn = ranges(shown, ("lowest", "highest"), _MARKS, names, tips, links)
    drawn.update_yaxes(**named_in_color(shown.column("category"), names, scene.categories))
    return Drawn(drawn, legend(keys, note))


def _name(row: dict[str, Any]) -> str:
    category = category_name(str(row["category"])) or say("All products")
    return f"{category}, {row['size'].lower()}" if row["size"] else category

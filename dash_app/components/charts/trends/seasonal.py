"""Seasons: which months are strong in each category."""

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.card import Drawn
from dash_app.components.charts.colors import named_in_color
from dash_app.components.charts.marks.heat import heat
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import DIVERGING
from dash_app.components.charts.times import MONTHS, month_name
from dash_app.components.legend import Key, legend
from dash_app.components.names import category_name
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say

LARGEST = (("top", "14"),)
WITHOUT = ("start", "end", "category")
"""A season needs years, and stands among those of the other categories."""
_TOLD = ("index", "mean", "revenue", "months")


def seasonal(result: Result, scene: Scene) -> Drawn | None:
    """Draw the seasonal index; where there is less than a year, the revenue."""
    if not result.rows:
        return None
    has_index = any(row["index"] is not None for row in result.rows)
    names = list(dict.fromkeys(result.column("category")))
    shown = heat(
        result,
        "index" if has_index else "revenue",
        ("month", MONTHS, [month_name(month, "LLL") for month in MONTHS]),
        ("category", names, [_name(name) for name in names]),
        lambda row: tip(f"{_name(row['category'])}, {month_name(row['month'])}", row, result, _TOLD),
        around=1 if has_index else None,
    )
    shown.update_yaxes(**named_in_color(names, [_name(name) for name in names], scene.categories))
    return Drawn(shown, legend(_keys() if has_index else [], _note(result, len(names), has_index=has_index)))


def says_season(result: Result, _: Scene) -> str:
    """Name the strongest season."""
    known = [row for row in result.rows if row["index"] is not None]
    if not known:
        return ""
    row = max(known, key=lambda row: row["index"])
    told = {"name": _name(row["category"]), "month": month_name(row["month"]), "times": exact(row["index"], "number")}
    return say("{name} peaks in {month}: {times} times an average month.", **told)


def _keys() -> list[Key]:
    return [Key("cell", DIVERGING[4], say("Above an average month")), Key("cell", DIVERGING[0], say("Below"))]


def _note(result: Result, shown: int, *, has_index: bool) -> str:
    counts = {"shown": str(shown), "all": numbers.count(result.summary["categories"])}
    without = say("Less than twelve whole months: no seasonal index yet, this is revenue.")
    largest = say("The largest {shown} of {all} categories.", **counts)
    notes = ((not has_index, without), (result.summary["categories"] > shown, largest))
    return " ".join(note for holds, note in notes if holds)


def _name(category: str) -> str:
    return category_name(category) or say("All products")

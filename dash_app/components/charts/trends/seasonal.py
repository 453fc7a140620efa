"""Seasons: which months are strong in each category."""

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.heat import heat
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import DIVERGING
from dash_app.components.charts.times import MONTHS, month_name
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import exact
from dash_app.scene import Scene

LARGEST = (("top", "14"),)
WITHOUT = ("start", "end", "category")
"""A season needs years, and stands among those of the other categories."""
_TOLD = ("index", "mean", "revenue", "months")


def seasonal(result: Result, _: Scene) -> Drawn | None:
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
    return Drawn(shown, legend(_keys() if has_index else [], _note(result, len(names), has_index=has_index)))


def says_season(result: Result, _: Scene) -> str:
    """Name the strongest season."""
    known = [row for row in result.rows if row["index"] is not None]
    if not known:
        return ""
    row = max(known, key=lambda row: row["index"])
    peak = f"{_name(row['category'])} peaks in {month_name(row['month'])}"
    return f"{peak}: {exact(row['index'], 'number')} times an average month."


def _keys() -> list[Key]:
    return [Key("cell", DIVERGING[4], "Above an average month"), Key("cell", DIVERGING[0], "Below")]


def _note(result: Result, shown: int, *, has_index: bool) -> str:
    without = "" if has_index else "Less than twelve whole months: no seasonal index yet, this is revenue. "
    more = result.summary["categories"] > shown
    return without + (
        f"The largest {shown} of {numbers.count(result.summary['categories'])} categories." if more else ""
    )


def _name(category: str) -> str:
    return category.replace("_", " ") or "All products"

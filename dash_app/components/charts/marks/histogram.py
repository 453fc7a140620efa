"""Amounts in classes, side by side without gaps."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP, tip
from dash_app.components.charts.plot import Bar, Figure
from dash_app.components.charts.template import ACCENT, INK, figure
from dash_app.components.numbers import exact
from dash_app.texts import say


def histogram(result: Result, value: str, marked: dict[str, float] | None = None) -> Figure:
    """Draw the rows of an answer with the columns `from` and `to`.

    value : column of the heights.
    marked : amounts to be marked by a line, by name: the median.
    """
    width = next((row["to"] - row["from"] for row in result.rows if row["to"] is not None), 1)
    drawn = figure(bargap=0.04, hovermode="closest")
    drawn.add_trace(
        Bar(
            x=[row["from"] + width / 2 for row in result.rows],
            y=result.column(value),
            width=width * 0.96,
            marker={"color": ACCENT, "cornerradius": 2},
            text=[tip(class_name(row, result), row, result, (value, "share")) for row in result.rows],
            textposition="none",
            hovertemplate=TIP,
        )
    )
    drawn.update_yaxes(**amounts(result, value))
    ends = [result.rows[0]["from"] - width / 2, result.rows[-1]["from"] + width * 1.5]
    drawn.update_xaxes(**amounts(result, "from") | {"nticks": 9}, range=ends)
    for name, at in (marked or {}).items():
        drawn.add_vline(x=at, line={"color": INK, "width": 1, "dash": "dot"}, annotation=_label(name, at, result))
    return drawn


def class_name(row: dict[str, Any], result: Result) -> str:
    """Name the class of a row: $10.00 to $20.00."""
    low = exact(row["from"], result.unit("from"), result.currency)
    if row["to"] is None:
        return say("{low} and more", low=low)
    return say("{low} to {high}", low=low, high=exact(row["to"], result.unit("to"), result.currency))


def _label(name: str, at: float, result: Result) -> dict[str, Any]:
    text = f"{name} {exact(at, result.unit('from'), result.currency)}"
    return {"text": text, "font": {"size": 11, "color": INK}, "xanchor": "left", "xshift": 4, "showarrow": False}

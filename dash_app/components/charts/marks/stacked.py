"""Parts of a whole over time, on top of each other."""

from collections.abc import Sequence
from typing import NamedTuple

from dash_app.answers import Result
from dash_app.components.charts.grains import middle, ticks
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Bar, Figure
from dash_app.components.charts.template import figure
from dash_app.components.legend import Key


class Part(NamedTuple):
    """A column of the answer, its colour and what it means."""

    column: str
    color: str
    meaning: str


def stacked(result: Result, parts: Sequence[Part], grain: str, tips: Sequence[str]) -> Figure:
    """Draw a bar per `period` of the answer, the first part at the bottom; periods not `complete` are hatched."""
    drawn = figure(barmode="stack", bargap=0.22, hovermode="x")
    x = [middle(row["period"], grain) for row in result.rows]
    shapes = ["" if row["complete"] else "/" for row in result.rows]
    for part in parts:
        hatch = {"shape": shapes, "fillmode": "replace", "size": 5, "solidity": 0.4, "fgcolor": part.color}
        said = {"hoverinfo": "skip"} if part != parts[-1] else {"text": list(tips), "hovertemplate": TIP}
        look = {"color": part.color, "pattern": hatch}
        drawn.add_trace(Bar(x=x, y=result.column(part.column), marker=look, textposition="none", **said))
    drawn.update_yaxes(**amounts(result, parts[0].column))
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, **ticks(result.column("period"), grain))
    return drawn


def keys(parts: Sequence[Part]) -> list[Key]:
    """Say what the colours mean."""
    return [Key("cell", part.color, part.meaning) for part in parts]

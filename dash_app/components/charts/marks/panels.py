"""Small multiples: a line of its own for each member, all on one scale."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dash_app.answers import Result
from dash_app.components.charts.grains import ticks
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.lines import Line, traced
from dash_app.components.charts.template import figure

MOST = 12
_ACROSS = 3
_LABELS, _LEVELS = 2, 3


def panels(
    result: Result, unit_of: str, periods: Sequence[str], grain: str, series: Sequence[Line], behind: Sequence[Line]
) -> go.Figure:
    """Draw each series by itself before the same lines; unit_of : column that has the unit of the amounts."""
    down = -(-len(series) // _ACROSS)
    drawn = figure(hovermode="closest", margin={"l": 0, "r": 8, "t": 20, "b": 0})
    grid: dict[str, Any] = {"shared_xaxes": "all", "shared_yaxes": "all", "horizontal_spacing": 0.03}
    make_subplots(rows=down, cols=_ACROSS, figure=drawn, vertical_spacing=0.22 / max(down, 1), **grid)
    for number, line in enumerate(series):
        row, column = divmod(number, _ACROSS)
        for trace in traced(periods, grain, [*behind, line]):
            drawn.add_trace(trace, row=row + 1, col=column + 1)
    drawn.update_yaxes(**amounts(result, unit_of) | {"nticks": _LEVELS})
    look = ticks(list(periods), grain, _LABELS)
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, ticklabelstandoff=4, **look)
    axes = [_axis("y", number) for number in range(down * _ACROSS)]
    drawn.update_layout(annotations=[_name(line, i) for i, line in enumerate(series)], meta={"amounts": axes})
    for number in range(len(series), down * _ACROSS):
        drawn.update_layout({_axis(letter, number): {"visible": False} for letter in "xy"})
    return drawn


def _axis(letter: str, number: int) -> str:
    return f"{letter}axis{number + 1 if number else ''}"


def _name(line: Line, number: int) -> dict[str, Any]:
    """Write the name over the left end of a panel."""
    at = str(number + 1 if number else "")
    where = {"x": 0, "y": 1, "xref": f"x{at} domain", "yref": f"y{at} domain", "xanchor": "left", "yanchor": "bottom"}
    return {**where, "text": line.name, "showarrow": False, "font": {"size": 12, "color": line.color}}

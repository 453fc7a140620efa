"""Small multiples: a line of its own for each member, all on one scale."""

from collections.abc import Sequence
from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.grains import ticks
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.lines import Line, traced
from dash_app.components.charts.plot import Figure
from dash_app.components.charts.template import figure

MOST = 12
_ACROSS, _BESIDE = 3, 0.03
_LABELS, _LEVELS = 2, 3


def panels(
    result: Result, unit_of: str, periods: Sequence[str], grain: str, series: Sequence[Line], behind: Sequence[Line]
) -> Figure:
    """Draw each series by itself before the same lines; unit_of : column that has the unit of the amounts."""
    down = -(-len(series) // _ACROSS)
    drawn = figure(hovermode="closest", margin={"l": 0, "r": 8, "t": 20, "b": 0})
    drawn.update_layout(**_grid(down))
    for number, line in enumerate(series):
        at = str(number + 1 if number else "")
        for trace in traced(periods, grain, [*behind, line]):
            drawn.add_trace(trace.on(f"x{at}", f"y{at}"))
    drawn.update_yaxes(**amounts(result, unit_of) | {"nticks": _LEVELS})
    look = ticks(list(periods), grain, _LABELS)
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, ticklabelstandoff=4, **look)
    axes = [_axis("y", number) for number in range(down * _ACROSS)]
    drawn.update_layout(annotations=[_name(line, i) for i, line in enumerate(series)], meta={"amounts": axes})
    for number in range(len(series), down * _ACROSS):
        drawn.update_layout(**{_axis(letter, number): {"visible": False} for letter in "xy"})
    return drawn


def _grid(down: int) -> dict[str, Any]:
    """Axes of panels in rows: all on the scale of the first, named at the left and below the last row."""
    between = 0.22 / max(down, 1)
    axes: dict[str, Any] = {}
    for number in range(down * _ACROSS):
        row, column = divmod(number, _ACROSS)
        at = str(number + 1 if number else "")
        across, up = _span(column, _ACROSS, _BESIDE), _span(down - 1 - row, down, between)
        axes[_axis("x", number)] = {"anchor": f"y{at}", "domain": across, "showticklabels": row == down - 1}
        axes[_axis("y", number)] = {"anchor": f"x{at}", "domain": up, "showticklabels": column == 0}
        if number:
            axes[_axis("x", number)]["matches"], axes[_axis("y", number)]["matches"] = "x", "y"
    return axes


def _span(place: int, of: int, between: float) -> list[float]:
    """Where one of several equal parts begins and ends, with room between them."""
    size = (1 - between * (of - 1)) / of
    return [place * (size + between), place * (size + between) + size]


def _axis(letter: str, number: int) -> str:
    return f"{letter}axis{number + 1 if number else ''}"


def _name(line: Line, number: int) -> dict[str, Any]:
    """Write the name over the left end of a panel."""
    at = str(number + 1 if number else "")
    where = {"x": 0, "y": 1, "xref": f"x{at} domain", "yref": f"y{at} domain", "xanchor": "left", "yanchor": "bottom"}
    return {**where, "text": line.name, "showarrow": False, "font": {"size": 12, "color": line.color}}

"""Lines over time, each named at its end."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash_app.answers import Result
from dash_app.components.charts.grains import middle, ticks
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Figure, Scatter
from dash_app.components.charts.template import MUTED, figure

_USUAL_PIXELS, _NAME_PIXELS = 260, 15
"""Height of a plot of usual size, and of a name."""


class Line(NamedTuple):
    """A series: name, colour, amount of each period, what each point says; `strong` ones are drawn thicker."""

    name: str
    color: str
    values: Sequence[Any]
    tips: Sequence[str]
    strong: bool = True


def lines(result: Result, unit_of: str, periods: Sequence[str], grain: str, series: Sequence[Line]) -> Figure:
    """Draw the series over the same periods; unit_of : column that has the unit of the amounts."""
    drawn = figure(hovermode="closest", margin={"l": 0, "r": _room(series), "t": 8, "b": 0})
    drawn.add_traces(traced(periods, grain, series))
    drawn.update_yaxes(**amounts(result, unit_of))
    x = [middle(period, grain) for period in periods]
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, ticklabelstandoff=6, **ticks(list(periods), grain))
    if len(x) > 1:
        drawn.update_xaxes(range=[x[0], x[-1]])
    drawn.update_layout(annotations=_names(x, series))
    return drawn


def traced(periods: Sequence[str], grain: str, series: Sequence[Line]) -> list[Scatter]:
    """Draw the lines alone, for plots that have axes of their own."""
    x = [middle(period, grain) for period in periods]
    return [_line(x, line) for line in series]


def _room(series: Sequence[Line]) -> int:
    return min(max((len(line.name) for line in series), default=0) * 7 + 8, 140)


def _line(x: list[str], line: Line) -> Scatter:
    look = {"color": line.color, "width": 2.25 if line.strong else 1.5}
    text = {"text": list(line.tips), "hovertemplate": TIP} if line.tips else {"hoverinfo": "skip"}
    alone = [6 if is_alone else 0 for is_alone in _alone(line.values)]
    dots = (
        {"mode": "lines+markers", "marker": {"size": alone, "color": line.color, "opacity": 1, "line": {"width": 0}}}
        if any(alone)
        else {"mode": "lines"}
    )
    return Scatter(x=x, y=list(line.values), line=look, cliponaxis=False, **dots, **text)


def _alone(values: Sequence[Any]) -> list[bool]:
    """Which values have none beside them: a line would not show them."""
    known = [False, *(value is not None for value in values), False]
    return [here and not (before or after) for before, here, after in zip(known, known[1:], known[2:], strict=False)]


def _names(x: list[str], series: Sequence[Line]) -> list[dict[str, Any]]:
    """Names at the ends of the lines, moved apart where they would lie on each other."""
    ends = [(line, *end) for line in series if (end := _end(x, line))]
    most = max((value for line in series for value in line.values if value is not None), default=0) or 1
    ends.sort(key=lambda end: end[2])
    named, free = [], float("-inf")
    for line, at, value in ends:
        height = value / most * _USUAL_PIXELS
        free = max(height, free + _NAME_PIXELS)
        named.append(_name(line, at, value) | {"yshift": free - height})
    return named


def _end(x: list[str], line: Line) -> tuple[str, float] | None:
    known = [(at, value) for at, value in zip(x, line.values, strict=True) if value is not None]
    return known[-1] if known else None


def _name(line: Line, at: str, value: float) -> dict[str, Any]:
    font = {"size": 12, "color": line.color if line.strong else MUTED}
    return {"x": at, "y": value, "text": line.name, "xanchor": "left", "xshift": 6, "showarrow": False, "font": font}

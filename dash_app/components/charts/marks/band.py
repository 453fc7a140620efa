"""A line over time within the band that half of the values lie in."""

from collections.abc import Sequence
from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.grains import middle, ticks
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Figure, Scatter
from dash_app.components.charts.template import ACCENT, MUTED, PAST, SURFACE, figure


def band(
    result: Result, value: str, ends: tuple[str, str], grain: str, tips: Sequence[str], middle_line: str = ""
) -> Figure:
    """Draw a column over the `period` of each row.

    ends : columns of the lower and upper edge of the band.
    middle_line : a further column, drawn as a thin dashed line.
    Periods that are not `complete` have an open dot.
    """
    x = [middle(row["period"], grain) for row in result.rows]
    low, high = (result.column(end) for end in ends)
    drawn = figure(hovermode="x")
    edge: dict[str, Any] = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "connectgaps": False}
    drawn.add_trace(Scatter(x=x, y=low, **edge))
    drawn.add_trace(Scatter(x=x, y=high, fill="tonexty", fillcolor="var(--hover)", **edge))
    if middle_line:
        style = {"color": MUTED, "width": 1.25, "dash": "dot"}
        drawn.add_trace(Scatter(x=x, y=result.column(middle_line), mode="lines", line=style, hoverinfo="skip"))
    drawn.add_trace(_line(x, result, value, tips))
    drawn.update_yaxes(**amounts(result, value))
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, **ticks(result.column("period"), grain))
    return drawn


def _line(x: list[str], result: Result, value: str, tips: Sequence[str]) -> Scatter:
    whole = [row["complete"] for row in result.rows]
    dots = {
        "size": [5 if complete else 8 for complete in whole],
        "color": [ACCENT if complete else SURFACE for complete in whole],
        "line": {"width": 1.5, "color": [ACCENT if complete else PAST for complete in whole]},
    }
    return Scatter(
        x=x,
        y=result.column(value),
        mode="lines+markers",
        line={"color": ACCENT, "width": 2},
        marker=dots,
        text=list(tips),
        hovertemplate=TIP,
    )

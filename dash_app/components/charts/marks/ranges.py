"""From the lowest to the highest of each member, with marks in between, on one scale."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Bar, Figure, Scatter
from dash_app.components.charts.template import PAST, SURFACE, figure
from dash_app.components.names import shortened

MOST = 16


class Mark(NamedTuple):
    """A column marked on each range: its sign and colour."""

    column: str
    symbol: str
    color: str


def ranges(
    result: Result,
    ends: tuple[str, str],
    marks: Sequence[Mark],
    names: Sequence[str],
    tips: Sequence[str],
    links: Sequence[str],
) -> Figure:
    """Draw a band per row of the answer between two columns; at most 16 of them."""
    drawn = figure(hovermode="closest", bargap=0.5)
    rows, shown = result.rows[:MOST], [shortened(name) for name in names][:MOST]
    drawn.add_trace(_bands(rows, ends, shown, tips, links))
    drawn.add_traces([_marks(rows, mark, shown) for mark in marks])
    drawn.update_xaxes(**amounts(result, ends[1]), showgrid=True, gridcolor="var(--grid)")
    drawn.update_yaxes(autorange="reversed", type="category", showgrid=False, zeroline=False, dtick=1)
    drawn.update_layout(meta={"amounts": "xaxis"})
    return drawn


def _bands(
    rows: list[dict[str, Any]], ends: tuple[str, str], names: list[str], tips: Sequence[str], links: Sequence[str]
) -> Bar:
    low, high = ends
    return Bar(
        y=names,
        base=[row[low] for row in rows],
        x=[row[high] - row[low] if row[high] is not None else None for row in rows],
        orientation="h",
        width=min(0.5, 0.06 * len(rows)),
        marker={"color": PAST, "cornerradius": 3},
        text=list(tips)[:MOST],
        textposition="none",
        customdata=[[link] for link in links][:MOST],
        hovertemplate=TIP,
    )


def _marks(rows: list[dict[str, Any]], mark: Mark, names: list[str]) -> Scatter:
    line = {"width": 2.5, "color": mark.color} if mark.symbol.startswith("line") else {"width": 1.5, "color": SURFACE}
    size = 15 if mark.symbol.startswith("line") else 10
    look = {"symbol": mark.symbol, "size": size, "color": mark.color, "line": line}
    return Scatter(x=[row[mark.column] for row in rows], y=names, mode="markers", marker=look, hoverinfo="skip")

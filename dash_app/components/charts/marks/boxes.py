"""Five-number summaries side by side, on one scale."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.plot import Bar, Figure, Scatter
from dash_app.components.charts.template import ACCENT, FAINT, INK, figure

MOST = 16
_ROOM = 4
"""Rows there is room for at least: a single box does not fill the card."""


class Five(NamedTuple):
    """Columns of the five numbers."""

    lowest: str
    lower: str
    median: str
    upper: str
    highest: str


def boxes(result: Result, five: Five, names: Sequence[str], tips: Sequence[str], links: Sequence[str]) -> Figure:
    """Draw a box from quartile to quartile, its median, and whiskers to the ends; at most 16 of them."""
    rows, shown = result.rows[:MOST], list(names)[:MOST]
    drawn = figure(hovermode="closest", boxgap=0.4)
    drawn.add_traces(
        [_whiskers(rows, five, shown), _middle(rows, five, shown, tips, links), _medians(rows, five, shown)]
    )
    drawn.update_xaxes(**amounts(result, five.median))
    edges = [max(len(rows), _ROOM) - 0.5, -0.5]
    drawn.update_yaxes(range=edges, type="category", showgrid=False, zeroline=False, dtick=1)
    drawn.update_layout(meta={"amounts": "xaxis"}, barmode="overlay", bargap=0.45)
    return drawn


def _bar(names: list[str], base: list[Any], end: list[Any], **look: Any) -> Bar:
    widths = [high - low for low, high in zip(base, end, strict=True)]
    return Bar(y=names, x=widths, base=base, orientation="h", **look)


def _values(rows: list[dict[str, Any]], column: str) -> list[Any]:
    return [row[column] for row in rows]


def _whiskers(rows: list[dict[str, Any]], five: Five, names: list[str]) -> Bar:
    ends = _values(rows, five.lowest), _values(rows, five.highest)
    return _bar(names, *ends, marker={"color": FAINT}, width=0.06, hoverinfo="skip")


def _middle(rows: list[dict[str, Any]], five: Five, names: list[str], tips: Sequence[str], links: Sequence[str]) -> Bar:
    return _bar(
        names,
        _values(rows, five.lower),
        _values(rows, five.upper),
        marker={"color": ACCENT, "opacity": 0.75, "cornerradius": 2},
        width=0.56,
        text=list(tips)[:MOST],
        textposition="none",
        customdata=[[link] for link in links][:MOST] or None,
        hovertemplate="%{text}<extra></extra>",
    )


def _medians(rows: list[dict[str, Any]], five: Five, names: list[str]) -> Scatter:
    mark = {"symbol": "line-ns", "size": 9, "line": {"width": 2.5, "color": INK}}
    return Scatter(x=_values(rows, five.median), y=names, mode="markers", marker=mark, hoverinfo="skip")

"""Upright bars for what has an order of its own: months, hours, classes of amounts."""

from collections.abc import Sequence
from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Bar, Figure
from dash_app.components.charts.template import ACCENT, LINE, PAST, figure


def columns(  # noqa: PLR0913 - a declaration has as many words as there are things to say
    result: Result,
    value: str,
    names: Sequence[str],
    tips: Sequence[str],
    links: Sequence[str] | None = None,
    behind: str = "",
    quiet: Sequence[bool] | None = None,
    *,
    lying: bool = False,
) -> Figure:
    """Draw a bar per row of the answer.

    value : column of the amounts; `behind` another one that stands broad and pale behind it.
    names, tips, links : what stands below each bar, what it says, where a click leads.
    quiet : bars that step back.
    lying : from left to right below each other, for names that need room.
    """
    drawn = figure(barmode="overlay", bargap=0.28, hovermode="closest")
    if behind:
        past = {"color": PAST, "cornerradius": 2}
        drawn.add_trace(Bar(x=list(names), y=result.column(behind), marker=past, width=0.86, hoverinfo="skip"))
    drawn.add_trace(_front(result, value, names, tips, links, quiet, 0.46 if behind else None))
    if lying:
        return _laid(drawn, amounts(result, value))
    drawn.update_yaxes(**amounts(result, value))
    drawn.update_xaxes(type="category", tickangle=0)
    return drawn


def _laid(drawn: Figure, look: dict[str, Any]) -> Figure:
    for bars in drawn.data:
        bars.update(x=bars["y"], y=bars["x"], orientation="h")
    drawn.update_yaxes(type="category", autorange="reversed", showgrid=False, zeroline=False, dtick=1)
    drawn.update_xaxes(**look, showgrid=True, gridcolor="var(--grid)", zeroline=True, zerolinecolor=LINE)
    drawn.update_layout(meta={"amounts": "xaxis"})
    return drawn


def _front(
    result: Result,
    value: str,
    names: Sequence[str],
    tips: Sequence[str],
    links: Sequence[str] | None,
    quiet: Sequence[bool] | None,
    width: float | None,
) -> Bar:
    colors: Any = [PAST if still else ACCENT for still in quiet] if quiet else ACCENT
    return Bar(
        x=list(names),
        y=result.column(value),
        width=width,
        marker={"color": colors, "cornerradius": 2},
        text=list(tips),
        textposition="none",
        customdata=[[link] for link in links] if links else None,
        hovertemplate=TIP,
    )

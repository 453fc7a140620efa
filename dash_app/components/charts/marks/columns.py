"""Upright bars for what has an order of its own: months, hours, classes of amounts."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.template import ACCENT, PAST, figure


def columns(
    result: Result,
    value: str,
    names: Sequence[str],
    tips: Sequence[str],
    links: Sequence[str] | None = None,
    behind: str = "",
    quiet: Sequence[bool] | None = None,
) -> go.Figure:
    """Draw a bar per row of the answer.

    value : column of the amounts; `behind` another one that stands broad and pale behind it.
    names, tips, links : what stands below each bar, what it says, where a click leads.
    quiet : bars that step back.
    """
    drawn = figure(barmode="overlay", bargap=0.28, hovermode="closest")
    if behind:
        past = {"color": PAST, "cornerradius": 2}
        drawn.add_trace(go.Bar(x=list(names), y=result.column(behind), marker=past, width=0.86, hoverinfo="skip"))
    drawn.add_trace(_front(result, value, names, tips, links, quiet, 0.46 if behind else None))
    drawn.update_yaxes(**amounts(result, value))
    drawn.update_xaxes(type="category", tickangle=0)
    return drawn


def _front(
    result: Result,
    value: str,
    names: Sequence[str],
    tips: Sequence[str],
    links: Sequence[str] | None,
    quiet: Sequence[bool] | None,
    width: float | None,
) -> go.Bar:
    colors: Any = [PAST if still else ACCENT for still in quiet] if quiet else ACCENT
    return go.Bar(
        x=list(names),
        y=result.column(value),
        width=width,
        marker={"color": colors, "cornerradius": 2},
        text=list(tips),
        textposition="none",
        customdata=[[link] for link in links] if links else None,
        hovertemplate=TIP,
    )

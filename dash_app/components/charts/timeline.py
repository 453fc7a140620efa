"""Bars over time in two rows that share their periods."""

from typing import Any

from dash_app.components.charts.grains import DAYS, middle, ticks
from dash_app.components.charts.plot import Figure
from dash_app.components.charts.template import FAINT
from dash_app.texts import say

_DAY_MS = 86_400_000


def placed(drawn: Figure, periods: list[str], grain: str) -> None:
    """Name the periods below the bars."""
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, **ticks(periods, grain))


def widths(periods: list[str], grain: str) -> tuple[list[str], float, float]:
    """Middles of the periods, and the widths of a broad and of a narrow bar."""
    width = DAYS[grain] * _DAY_MS
    return [middle(period, grain) for period in periods], width * 0.84, width * 0.44


def stack(drawn: Figure) -> None:
    """Leave room for a second row of bars below the first."""
    below = {"domain": [0, 0.24], "zeroline": True, "zerolinecolor": "var(--line)", "showgrid": False}
    drawn.update_layout(yaxis={"domain": [0.36, 1]}, yaxis2=below | {"anchor": "x", "fixedrange": True})
    drawn.update_xaxes(anchor="y2")


def incomplete(rows: list[dict[str, Any]], grain: str, value: str) -> list[dict[str, Any]]:
    """Word over each period that is not complete: only the outermost can be, so it stays inside the frame."""
    word = say("incomplete")
    look = {"showarrow": False, "yanchor": "bottom", "yshift": 2, "font": {"size": 11, "color": FAINT}}
    side = {0: "left", len(rows) - 1: "right"}
    return [
        {"x": middle(row["period"], grain), "y": row[value] or 0, "text": word, "xanchor": side.get(i), **look}
        for i, row in enumerate(rows)
        if not row["complete"]
    ]

"""Bars over time in two rows that share their periods."""

from typing import Any

from dash_app.components.charts.grains import DAYS, middle, ticks
from dash_app.components.charts.plot import Figure
from dash_app.components.charts.template import ACCENT
from dash_app.components.legend import Key
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


def hatched(rows: list[dict[str, Any]], *columns: str) -> list[Key]:
    """Say what the hatched bars are, where any has a height in the columns."""
    is_any = any(row[column] for row in rows for column in columns if not row["complete"])
    return [Key("hatch", ACCENT, say("Incomplete"))] if is_any else []

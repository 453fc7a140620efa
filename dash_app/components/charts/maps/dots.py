"""Dots whose area is an amount."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from dash_app.components.charts.maps.layer import TIP
from dash_app.components.charts.plot import Scattermap
from dash_app.components.charts.template import INK, SURFACE

_SMALLEST, _LARGEST, _RIM = 7, 22, 3
_MANY = 60


def sized_dots(
    rows: list[dict[str, Any]], amount: str, tips: list[str], links: list[str], colors: Sequence[str] = ()
) -> list[Scattermap]:
    """Draw a dot per row, the smallest on top; links are where clicks lead."""
    order = sorted(range(len(rows)), key=lambda i: -rows[i][amount])
    most = max(row[amount] for row in rows) or 1
    smallest = _SMALLEST if len(rows) < _MANY else _SMALLEST / 2
    sizes = [smallest + (_LARGEST - smallest) * sqrt(max(rows[i][amount], 0) / most) for i in order]
    where = {name: [rows[i][full] for i in order] for name, full in (("lat", "latitude"), ("lon", "longitude"))}
    rim = {"size": [size + _RIM for size in sizes], "color": SURFACE}
    look = {"size": sizes, "color": [colors[i] for i in order] if colors else INK, "opacity": 0.92}
    return [
        Scattermap(**where, mode="markers", marker=rim, hoverinfo="skip"),
        Scattermap(
            **where,
            mode="markers",
            marker=look,
            text=[tips[i] for i in order],
            customdata=[[links[i]] for i in order],
            hovertemplate=TIP,
        ),
    ]

"""Which colour a category or a store has, wherever it is shown."""

from collections.abc import Sequence
from typing import Any

from dash_app.components.charts.template import ACCENT, OTHER, SERIES


def color_of(member: str, order: Sequence[str]) -> str:
    """Colour of a member by its place in an order that holds on every page.

    As many as there are colours of categories have their own, all others are pale; where there are no others, as in
    data without categories, it is the accent.
    """
    if len(order) < 2:
        return ACCENT
    return SERIES[order.index(member)] if member in order[: len(SERIES)] else OTHER


def named_in_color(members: Sequence[str], names: Sequence[str], order: Sequence[str]) -> dict[str, Any]:
    """Put the colour of each member before its name on an axis."""
    if len(order) < 2:
        return {}
    signs = [in_color(name, color_of(member, order)) for member, name in zip(members, names, strict=True)]
    return {"tickmode": "array", "tickvals": list(names), "ticktext": signs}


def in_color(name: str, color: str) -> str:
    """Write a name behind a square of its colour."""
    return f'<span style="color:{color}">■</span> {name}'

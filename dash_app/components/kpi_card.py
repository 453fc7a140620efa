"""One headline figure: now, the period before, the change."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.components import numbers
from dash_app.components.attributes import aria
from dash_app.components.info import words
from dash_app.texts import say


def kpi_card(row: dict[str, Any], currency: str) -> Component:
    """Draw a figure; exact on hover."""
    full = numbers.exact(row["value"], row["unit"], currency)
    value = numbers.short(row["value"], row["unit"], currency)
    label = html.Dt(words(row["name"]), title=say(row["description"]))
    lines = [label, html.Dd(value, className="kpi-value", title=full), _before(row, currency)]
    return html.Div([*lines, *_side_by_side(row)], className="kpi")


def _side_by_side(row: dict[str, Any]) -> list[Component]:
    """Two bars, now above before, for where a tile has room."""
    pair = [row["value"] or 0, row["previous"] or 0]
    if row["previous"] is None or min(pair) < 0 or not max(pair):
        return []
    bars = [html.Span(style={"width": f"{value / max(pair) * 100:.1f}%"}) for value in pair]
    return [html.Dd(bars, className="kpi-bars", **aria(hidden=True))]


def _before(row: dict[str, Any], currency: str) -> Component:
    if row["previous"] is None:
        return html.Dd(say("no earlier data"), className="kpi-before")
    before = numbers.short(row["previous"], row["unit"], currency)
    said = html.Span(say("from {before}", before=before), title=numbers.exact(row["previous"], row["unit"], currency))
    if row["change"] is None:
        return html.Dd(said, className="kpi-before")
    return html.Dd([change_badge(row["change"]), " ", said], className="kpi-before")


def change_badge(change: float) -> Component:
    """Write a change with sign and arrow: blue up, orange down."""
    written = numbers.change(change)
    direction = {"+": "up", numbers.MINUS: "down"}.get(written[0], "flat")
    arrow = {"up": "▲", "down": "▼", "flat": "■"}[direction]
    return html.Span([html.Span(arrow, **aria(hidden=True)), written], className=f"change change-{direction}")

"""A ranked list: names, bars and figures; each row is a link."""

from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dash_app.components.attributes import aria, data
from dash_app.components.names import shortened


class Bar(NamedTuple):
    """One row: `length` in shares of the longest bar; `link` is where a click leads; `place` is longitude,latitude."""

    name: str
    detail: str
    figure: str
    title: str
    length: float
    link: str
    chosen: bool = False
    extra: Component | None = None
    place: str = ""
    color: str = ""


def place_of(row: dict[str, Any]) -> str:
    """Where a row is, for the map to light it up; empty where it has no place."""
    if row.get("latitude") is None or row.get("longitude") is None:
        return ""
    return f"{row['longitude']},{row['latitude']}"


def bar_list(bars: list[Bar], closing: str = "") -> Component:
    """List the bars, longest first."""
    rows = [html.Li(_row(bar)) for bar in bars]
    said = [html.P(closing, className="list-closing")] if closing else []
    return html.Div([html.Ol(rows, className="bars"), *said], className="bar-list")


def _row(bar: Bar) -> Component:
    """Few parts, as the browser minds each of them: rank and track are drawn by the style sheet."""
    detail = [html.Span(shortened(bar.detail), className="bar-detail")] if bar.detail else []
    figure: list[Component | str] = [*([bar.extra] if bar.extra else []), bar.figure]
    cells = [
        html.Span([html.Span(shortened(bar.name), className="bar-title"), *detail]),
        html.Span(figure, className="bar-figure"),
    ]
    current = aria(current=True) if bar.chosen else {}
    where = data(place=bar.place) if bar.place else {}
    look = {"--length": f"{max(bar.length, 0) * 100:.2f}%"} | ({"--bar-color": bar.color} if bar.color else {})
    return html.A(cells, href=bar.link, title=bar.title, className="bar", style=look, **current, **where)

"""A ranked list: names, bars and figures; each row is a link."""

from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dash_app.components.attributes import aria, data


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


def place_of(row: dict[str, Any]) -> str:
    """Where a row is, for the map to light it up; empty where it has no place."""
    if row.get("latitude") is None or row.get("longitude") is None:
        return ""
    return f"{row['longitude']},{row['latitude']}"


def bar_list(bars: list[Bar], closing: str = "") -> Component:
    """List the bars, longest first."""
    rows = [html.Li(_row(rank, bar)) for rank, bar in enumerate(bars, 1)]
    said = [html.P(closing, className="list-closing")] if closing else []
    return html.Div([html.Ol(rows, className="bars"), *said], className="bar-list")


def _row(rank: int, bar: Bar) -> Component:
    name = html.Span([html.Span(bar.name, className="bar-title"), html.Span(bar.detail, className="bar-detail")])
    track = html.Span(html.Span(style={"width": f"{max(bar.length, 0) * 100:.2f}%"}), className="bar-track")
    cells = [
        html.Span(str(rank), className="bar-rank"),
        name,
        html.Span([bar.extra, bar.figure], className="bar-figure"),
        track,
    ]
    current = aria(current=True) if bar.chosen else {}
    where = data(place=bar.place) if bar.place else {}
    return html.A(cells, href=bar.link, title=bar.title, className="bar", **current, **where)

"""The command palette: type a few letters, go anywhere."""

from collections.abc import Iterable
from typing import NamedTuple

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.components.attributes import aria, data
from dash_app.components.icons import icon
from dash_app.components.names import named
from dash_app.texts import marked, say

_LABEL = marked("Search pages, places, stores, products, customers and questions")


class Hit(NamedTuple):
    """Something found; `scroll` names the card to look at on the page."""

    name: str
    kind: str
    symbol: str
    link: str
    scroll: str = ""


def palette() -> Component:
    """Lay out the dialog; it opens with Ctrl-K or ⌘K and from the top bar."""
    label = say(_LABEL)
    field = dcc.Input(id="palette-search", type="search", placeholder=label, autoComplete="off")
    return html.Dialog(
        [
            html.Label([icon("search"), html.Span(label, className="unseen"), field], className="palette-field"),
            html.Div(id="palette-hits", className="palette-hits"),
            html.P(say("↑ ↓ to choose, Enter to go, Esc to close"), className="palette-keys"),
        ],
        id="palette",
        className="palette",
        **aria(label=say("Search")),
    )


def opener() -> Component:
    """Button that opens the palette."""
    words = [icon("search"), html.Span(say("Search")), html.Kbd(say("Ctrl K"))]
    return html.Button(words, id="open-palette", className="button opener", title=say(_LABEL), **data(do="palette"))


def hits(found: Iterable[Hit]) -> list[Component]:
    """List what was found; each is a link."""
    return [_hit(position, hit) for position, hit in enumerate(found)] or [html.P(say("Nothing found."), role="status")]


def _hit(position: int, hit: Hit) -> Component:
    words = [
        icon(hit.symbol),
        html.Span(named(hit.name), className="hit-name"),
        html.Span(hit.kind, className="hit-kind"),
    ]
    current = aria(current=True) if position == 0 else {}
    return html.A(words, href=hit.link, className="hit", **data(close="", scroll=hit.scroll), **current)

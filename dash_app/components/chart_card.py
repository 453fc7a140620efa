"""How a card stands on the page: heading, actions, and a body in its final shape from the start."""

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.answers import Explained
from dash_app.components.attributes import aria, data
from dash_app.components.card import CHART, FIGURES, MAP, Ask, Card, Option, part
from dash_app.components.icons import icon
from dash_app.components.info import info
from dash_app.components.skeleton import skeleton
from dash_app.scene import Scene

_GRAPH: Any = {"displayModeBar": False, "responsive": True, "doubleClick": False, "showTips": False}
_ZOOM = (("zoom-in", "plus", "Closer"), ("zoom-out", "minus", "Further away"), ("zoom-reset", "fit", "Show everything"))


def chart_card(card: Card, explained: Explained) -> Component:
    """Lay out a card that waits to be filled."""
    name = card.analysis
    return html.Section(
        [
            _header(card, explained),
            html.Div(_body(card), className="card-body"),
            dcc.Store(id=part("figure", name)),
            dcc.Store(id=part("view", name)),
            dcc.Store(id=part("face", name), data="chart"),
        ],
        id=part("card", name),
        className=card_class(card),
        **aria(label=explained.title),
        **data(card=name),
    )


def card_class(card: Card, *states: str) -> str:
    """Classes of a card in its states."""
    return " ".join(("card", f"card-{card.form}", f"area-{card.area}", *states))


def _header(card: Card, explained: Explained) -> Component:
    name = card.analysis
    actions = [info(explained), _face(card), _download_menu(card)]
    heading = [
        html.Div(heading_of(explained.title), id=part("heading", name), className="card-heading"),
        html.Div(id=part("options", name), className="options"),
        html.Div(actions, className="actions"),
    ]
    return html.Header(heading, className="card-header", hidden=card.form == FIGURES)


def heading_of(title: str) -> list[Component]:
    """Write the question of a card."""
    return [html.H2(title)]


def options(card: Card, scene: Scene) -> list[Component]:
    """Write the choices of a card as links, one group per choice."""
    return [
        html.Div(
            [_choice(scene, option, *value) for value in option.values],
            className="segments",
            role="group",
            **aria(label=option.label),
        )
        for option in (card.options(scene) if card.options else [])
    ]


def _choice(scene: Scene, option: Option, value: str, label: str) -> Component:
    current = aria(current=True) if value == option.chosen else {}
    return html.A(label, href=scene.selection.replaced({option.name: value}).link, **current)


def _face(card: Card) -> Component:
    label = "Show as table or as chart"
    attributes = aria(label=label)
    return html.Button(icon("table"), id=part("turn", card.analysis), className="action", title=label, **attributes)


def _download_menu(card: Card) -> Component:
    label = "Download"
    summary = html.Summary(icon("download"), className="action", title=label, **aria(label=label))
    files = html.Div(id=part("downloads", card.analysis), className="panel downloads")
    return html.Details([summary, files], className="popover")


def downloads(card: Card, scene: Scene) -> list[Component]:
    """Link to the answer as a file, under the same filters."""
    return [_download(card.ask(scene), *form) for form in (("csv", "CSV"), ("xlsx", "Excel"))]


def _download(ask: Ask, form: str, name: str) -> Component:
    href = f"/api/{ask.analysis}?{urlencode([*ask.params, ('format', form)])}"
    return html.A(f"{name} file", href=href, download="", className="choice", **data(leave=""))


def _body(card: Card) -> list[Component]:
    content = html.Div(skeleton(card.form), id=part("content", card.analysis), className="content")
    if card.form not in (CHART, MAP):
        return [content]
    graph = dcc.Graph(id=part("graph", card.analysis), config=_GRAPH, className="graph")
    return [graph, *([_zoom()] if card.form == MAP else []), content]


def _zoom() -> Component:
    buttons = [
        html.Button(icon(symbol), className="action", title=label, **aria(label=label), **data(do=name))
        for name, symbol, label in _ZOOM
    ]
    return html.Div(buttons, className="zoom")

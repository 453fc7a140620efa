"""How a card stands on the page: heading, actions, and a body in its final shape from the start."""

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.answers import Explained
from dash_app.choice import Choice
from dash_app.components.attributes import aria, data
from dash_app.components.card import CHART, FIGURES, MAP, MOST_ROWS, Ask, Card, part
from dash_app.components.control import control
from dash_app.components.icons import icon
from dash_app.components.info import info
from dash_app.components.plain import plain
from dash_app.components.skeleton import skeleton
from dash_app.scene import Scene
from dash_app.texts import marked, say

_OF_SALES = ("kpis", "orders/", "stores/", "products/")
_GRAPH: Any = {"displayModeBar": False, "responsive": True, "doubleClick": False, "showTips": False}
_ZOOM = (("plus", marked("Closer")), ("minus", marked("Further away")), ("fit", marked("Show everything")))


def chart_card(card: Card, explained: Explained) -> Component:
    """Lay out a card that waits to be filled."""
    name = card.key
    return html.Section(
        [
            _header(card, explained),
            html.P(id=part("says", name), className="finding" if card.says else "unseen"),
            html.Div(_body(card), className="card-body"),
            dcc.Store(id=part("figure", name)),
            dcc.Store(id=part("view", name)),
            dcc.Store(id=part("face", name), data="chart"),
        ],
        id=part("card", name),
        className=card_class(card),
        **aria(label=say(explained.title)),
        **data(card=name),
    )


def card_class(card: Card, *states: str) -> str:
    """Classes of a card in its states."""
    return " ".join(("card", f"card-{card.form}", f"area-{card.area}", *states))


def _header(card: Card, explained: Explained) -> Component:
    name = card.key
    title = card.title if isinstance(card.title, str) and card.title else explained.title
    actions = [
        *([info(explained, name)] if card.form != FIGURES else []),
        _face(card),
        plain(_tools(card)),
        _download_menu(card),
    ]
    heading = [
        html.Div(heading_of(card, title), id=part("heading", name), className="card-heading"),
        html.Div(id=part("options", name), className="options"),
        html.Div(actions, className="actions"),
    ]
    return html.Header(heading, className="card-header", hidden=card.form == FIGURES)


def heading_of(card: Card, title: str) -> list[Component]:
    """Write the question of a card."""
    return [html.H2(say(title)), *([html.P(say(card.lead), className="card-lead")] if card.lead else [])]


def _tools(card: Card) -> list[Component]:
    log = [_tool("log", marked("Logarithmic scale"))] if card.log else []
    return [*log, _tool("expand", marked("Full screen"))]


def _tool(name: str, label: str) -> Component:
    said = say(label)
    return html.Button(icon(name), className="action", title=said, **aria(label=said), **data(do=name))


def options(card: Card, scene: Scene) -> list[Component]:
    """Write the choices of a card, each in the control that suits it; none where there is nothing to choose."""
    return [
        control(card, choice, scene)
        for choice in card.choices
        if not isinstance(choice, Choice) or len(choice.offered(scene)) > 1
    ]


def _face(card: Card) -> Component:
    label = say("Show as table or as chart")
    attributes = aria(label=label)
    return html.Button(icon("table"), id=part("turn", card.key), className="action", title=label, **attributes)


def _download_menu(card: Card) -> Component:
    label = say("Download")
    summary = html.Summary(icon("download"), className="action", title=label, **aria(label=label))
    images = [_image("png", say("PNG picture")), _image("svg", say("SVG picture"))]
    files = html.Div(id=part("downloads", card.key))
    drawn = card.form in (CHART, MAP)
    return html.Details(
        [summary, html.Div([files, plain(images if drawn else [])], className="panel downloads")], className="popover"
    )


def _image(form: str, label: str) -> Component:
    return html.Button(label, className="choice", **data(do="image", form=form))


def downloads(card: Card, scene: Scene) -> list[Component]:
    """Link to every row of the answer as a file, under the same filters; for sales also to the orders behind it."""
    ask = card.ask(scene).whole
    return [
        _download(ask, "csv", say("CSV file")),
        _download(ask, "xlsx", say("Excel file")),
        _download(ask, "zip", say("CSV and receipt")),
        *([_download(_behind(scene), "csv", say("Orders behind it"))] if ask.analysis.startswith(_OF_SALES) else []),
    ]


def _behind(scene: Scene) -> Ask:
    """Ask for the orders that the numbers of a card come from, as many as a file may hold."""
    return Ask("orders", [*scene.params(), ("limit", MOST_ROWS)])


def _download(ask: Ask, form: str, name: str) -> Component:
    href = f"/api/{ask.analysis}?{urlencode([*ask.params, ('format', form)])}"
    return html.A(name, href=href, download="", className="choice", **data(leave=""))


def _body(card: Card) -> list[Component]:
    content = html.Div(skeleton(card.form), id=part("content", card.key), className="content")
    if card.form not in (CHART, MAP):
        return [content]
    graph = dcc.Graph(id=part("graph", card.key), config=_GRAPH, className="graph")
    return [graph, *([_zoom()] if card.form == MAP else []), content]


def _zoom() -> Component:
    buttons = [_tool(name, label) for name, label in _ZOOM]
    return html.Div(plain(buttons), className="zoom")

"""How a card stands on the page: heading, actions, and a body in its final shape from the start."""

from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.answers import Explained
from dash_app.choice import Choice
from dash_app.components.attributes import aria, data
from dash_app.components.card import CHART, FIGURES, LIST, MAP, MOST_ROWS, Ask, Card, part
from dash_app.components.control import control
from dash_app.components.icons import icon
from dash_app.components.info import info
from dash_app.components.plain import markup
from dash_app.components.skeleton import skeleton
from dash_app.scene import Scene
from dash_app.texts import marked, say

_OF_SALES = ("kpis", "orders/", "stores/", "products/")
_ZOOM = (("plus", marked("Closer")), ("minus", marked("Further away")), ("fit", marked("Show everything")))


def chart_card(card: Card, explained: Explained) -> Component:
    """Lay out a card that waits for the browser to fill it; its table is the one thing that Dash brings."""
    name, finding = card.key, "finding" if card.says else "unseen"
    frame = [
        _header(card, explained),
        html.P(className=finding, **data(part="says", of=name)),
        html.Div(_body(card), className="card-body", tabIndex="0" if card.form == LIST else None),
    ]
    return html.Section(
        [
            html.Div(className="plain", **data(html=markup(frame))),
            html.Div(id=part("rows", name), className="card-rows"),
            dcc.Store(id=part("asked", name)),
        ],
        className=f"card card-{card.form} area-{card.area}",
        **aria(label=say(explained.title)),
        **data(card=name),
    )


def _header(card: Card, explained: Explained) -> Component:
    title = card.title if isinstance(card.title, str) and card.title else explained.title
    actions = [
        *([info(explained)] if card.form != FIGURES else []),
        _tool("turn", marked("Show as table or as chart"), symbol="table"),
        *_tools(card),
        _download_menu(card),
    ]
    heading = [
        html.Div(heading_of(card, title), className="card-heading", **data(part="heading")),
        html.Div(className="options", **data(part="options")),
        html.Div(actions, className="actions"),
    ]
    return html.Header(heading, className="card-header", hidden=card.form == FIGURES)


def heading_of(card: Card, title: str) -> list[Component]:
    """Write the question of a card."""
    return [html.H2(say(title)), *([html.P(say(card.lead), className="card-lead")] if card.lead else [])]


def _tools(card: Card) -> list[Component]:
    log = [_tool("log", marked("Logarithmic scale"))] if card.log else []
    return [*log, _tool("expand", marked("Full screen"))]


def _tool(name: str, label: str, symbol: str = "") -> Component:
    said = say(label)
    return html.Button(icon(symbol or name), className="action", title=said, **aria(label=said), **data(do=name))


def options(card: Card, scene: Scene) -> list[Component]:
    """Write the choices of a card, each in the control that suits it; none where there is nothing to choose."""
    return [
        control(card, choice, scene)
        for choice in card.choices
        if not isinstance(choice, Choice) or len(choice.offered(scene)) > 1
    ]


def _download_menu(card: Card) -> Component:
    label = say("Download")
    summary = html.Summary(icon("download"), className="action", title=label, **aria(label=label))
    images = [_image("png", say("PNG picture")), _image("svg", say("SVG picture"))]
    files = html.Div(**data(part="downloads"))
    drawn = card.form in (CHART, MAP)
    return html.Details(
        [summary, html.Div([files, *(images if drawn else [])], className="panel downloads")], className="popover"
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
    content = html.Div(skeleton(card.form), className="content", **data(part="content"))
    if card.form not in (CHART, MAP):
        return [content]
    graph = html.Div(html.Div(**data(part="plot")), className="graph")
    return [graph, *([_zoom()] if card.form == MAP else []), content]


def _zoom() -> Component:
    return html.Div([_tool(name, label) for name, label in _ZOOM], className="zoom")

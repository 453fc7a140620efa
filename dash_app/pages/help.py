"""The page that explains: every question, terms, keys."""

from itertools import groupby

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.answers import Explained
from dash_app.api_client import ApiClient
from dash_app.components.attributes import data
from dash_app.components.entry import entry
from dash_app.components.heading import heading, section
from dash_app.glossary import GLOSSARY, KEYS
from dash_app.pages.page import Page
from dash_app.texts import say, say_n

AREAS = {
    "kpis": "Headline figures",
    "orders": "Orders",
    "customers": "Customers",
    "stores": "Stores",
    "products": "Products",
    "geo": "Places and sites",
    "trends": "Trends",
    "members": "Filters",
}
_LIST = "questions"


def _build(client: ApiClient) -> Component:
    catalogue = client.catalogue()
    lead = say_n(
        "{n} question in words, the terms it uses, and the keys that save a hand the way to the mouse.",
        "{n} questions in words, the terms they use, and the keys that save a hand the way to the mouse.",
        len(catalogue),
    )
    aside = html.Div([_glossary(), _keys()], className="help-aside")
    main = section(say("What can be asked?"), "", _search(), _questions(catalogue))
    return html.Div([heading(say("Help"), lead), html.Div([main, aside], className="help-columns")], className="sheets")


def _search() -> Component:
    label = say("Search questions, columns and definitions")
    field = dcc.Input(type="search", id="help-search", placeholder=label, className="field", autoComplete="off")
    return html.Label([html.Span(label, className="unseen"), field], className="help-search", **data(narrows=_LIST))


def _questions(catalogue: dict[str, Explained]) -> Component:
    groups = [
        html.Div([html.H3(say(AREAS.get(area, area.capitalize()))), *map(entry, several)], **data(group=""))
        for area, several in groupby(_in_order(catalogue), _area)
    ]
    nothing = html.P(say("Nothing says that; try another word."), id=f"{_LIST}-none", hidden=True, role="status")
    return html.Div([*groups, nothing], id=_LIST)


def _area(explained: Explained) -> str:
    return explained.name.partition("/")[0]


def _in_order(catalogue: dict[str, Explained]) -> list[Explained]:
    """Areas in the order of the help, questions in that of the API."""
    order = {area: position for position, area in enumerate(AREAS)}
    return sorted(catalogue.values(), key=lambda explained: order.get(_area(explained), len(order)))


def _glossary() -> Component:
    terms = [html.Div([html.Dt(say(term)), html.Dd(say(meaning))]) for term, meaning in GLOSSARY]
    return section(say("What do the terms mean?"), "", html.Dl(terms, className="terms"))


def _keys() -> Component:
    terms = [html.Div([html.Dt([html.Kbd(say(key)) for key in keys]), html.Dd(say(does))]) for keys, does in KEYS]
    return section(say("Which keys help?"), "", html.Dl(terms, className="keys"))


HELP = Page(path="/help", name="Help", icon="help", root="Help", build=_build)

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

_AREAS = {
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
    lead = (
        f"{len(catalogue)} questions in words, the terms they use, and the keys that save a hand the way to the mouse."
    )
    aside = html.Div([_glossary(), _keys()], className="help-aside")
    main = section("What can be asked?", "", _search(), _questions(catalogue))
    return html.Div([heading("Help", lead), html.Div([main, aside], className="help-columns")], className="sheets")


def _search() -> Component:
    label = "Search questions, columns and definitions"
    field = dcc.Input(type="search", id="help-search", placeholder=label, className="field", autoComplete="off")
    return html.Label([html.Span(label, className="unseen"), field], className="help-search", **data(narrows=_LIST))


def _questions(catalogue: dict[str, Explained]) -> Component:
    groups = [
        html.Div([html.H3(_AREAS.get(area, area.capitalize())), *map(entry, several)], **data(group=""))
        for area, several in groupby(_in_order(catalogue), _area)
    ]
    nothing = html.P("Nothing says that; try another word.", id=f"{_LIST}-none", hidden=True, role="status")
    return html.Div([*groups, nothing], id=_LIST)


def _area(explained: Explained) -> str:
    return explained.name.partition("/")[0]


def _in_order(catalogue: dict[str, Explained]) -> list[Explained]:
    """Areas in the order of the help, questions in that of the API."""
    order = {area: position for position, area in enumerate(_AREAS)}
    return sorted(catalogue.values(), key=lambda explained: order.get(_area(explained), len(order)))


def _glossary() -> Component:
    terms = [html.Div([html.Dt(term), html.Dd(meaning)]) for term, meaning in GLOSSARY]
    return section("What do the terms mean?", "", html.Dl(terms, className="terms"))


def _keys() -> Component:
    terms = [html.Div([html.Dt([html.Kbd(key) for key in keys]), html.Dd(does)]) for keys, does in KEYS]
    return section("Which keys help?", "", html.Dl(terms, className="keys"))


HELP = Page(path="/help", name="Help", icon="help", root="Help", build=_build)

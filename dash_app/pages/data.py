"""The page about the data itself."""

from dash import html
from dash.development.base_component import Component

from dash_app.api_client import ApiClient
from dash_app.components.skeleton import skeleton
from dash_app.pages.page import Page


def _build(_client: ApiClient) -> Component:
    return html.Div(skeleton("figures"), id={"type": "live", "page": "data"}, className="sheets")


DATA = Page(path="/data", name="Data", icon="data", root="Data", build=_build)

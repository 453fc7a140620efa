"""The page follows the path; a change of the filters leaves it standing."""

from typing import Any

from dash import Dash, Input, Output, html

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.notice import failed
from dash_app.pages import PAGES


def register(app: Dash, client: ApiClient) -> None:
    """Lay out the page of the path."""

    @app.callback(Output("page", "children"), Input("url", "pathname"))
    def lay_out(path: str | None) -> Any:
        page = next((page for page in PAGES if page.path == path), None)
        if page is None:
            return html.Div(
                [html.H1("There is no such page"), html.A("Go to the overview", href="/")], className="lost"
            )
        try:
            return page.layout(client.catalogue())
        except ApiError as error:
            return failed(error)

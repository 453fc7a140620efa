"""The page follows the path; a change of the filters leaves it standing."""

from typing import Any

from dash import Dash, Input, Output, html

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.notice import failed
from dash_app.pages import page_at
from dash_app.pages.page import Page
from dash_app.texts import say


def register(app: Dash, client: ApiClient) -> None:
    """Lay out the page of the path."""

    @app.callback(Output("page", "children"), Output("top", "className"), Input("url", "pathname"))
    def lay_out(path: str | None) -> tuple[Any, str]:
        page = page_at(path)
        return _laid_out(page, client, path), "top" if page and page.cards else "top no-filters"


def _laid_out(page: Page | None, client: ApiClient, path: str | None) -> Any:
    if page is None:
        return html.Div(
            [html.H1(say("There is no such page")), html.A(say("Go to the overview"), href="/")], className="lost"
        )
    try:
        return page.layout(client, path or "/")
    except ApiError as error:
        return failed(error)

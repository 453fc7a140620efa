"""The help page tells what a question means when it is opened."""

from typing import Any

from dash import MATCH, Dash, Input, Output, ctx
from dash.development.base_component import Component

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.entry import entry_body
from dash_app.components.notice import failed


def register(app: Dash, client: ApiClient) -> None:
    """Fill an entry of the list of questions."""

    @app.callback(
        Output({"type": "entry-body", "name": MATCH}, "children"),
        Input({"type": "entry", "name": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
    def tell(_clicks: int | None) -> Any:
        try:
            return told(client, ctx.triggered_id["name"])
        except ApiError as error:
            return failed(error)


def told(client: ApiClient, name: str) -> list[Component]:
    """All there is to say about an analysis."""
    catalogue, words = client.catalogue(), {holding.name: holding.words for holding in client.dataset().holdings}
    shared = frozenset.intersection(*(frozenset(name for name, _ in each.parameters) for each in catalogue.values()))
    explained = catalogue[name]
    return entry_body(explained, [words[need] for need in explained.requires], shared)

"""The "i" of a card shows how its answer was computed, under the filters in force."""

from typing import Any

from dash import MATCH, Dash, Input, Output, State, ctx
from dash.development.base_component import Component

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS, Card, part
from dash_app.components.notice import failed
from dash_app.components.receipt import receipts
from dash_app.scene import View, scene_of


def register(app: Dash, client: ApiClient) -> None:
    """Fetch a receipt when somebody opens the "i"."""

    @app.callback(
        Output(part("receipt", MATCH), "children"),
        Input(part("info", MATCH), "n_clicks"),
        State("url", "search"),
        State("version", "data"),
        State(part("view", MATCH), "data"),
        State("url", "pathname"),
        prevent_initial_call=True,
    )
    def explain(
        _clicks: int | None, search: str | None, version: int | None, view: dict[str, Any] | None, path: str | None
    ) -> Any:
        card = CARDS[ctx.outputs_list["id"]["card"]]
        return explained(client, card, search, version, View.read(view), path)


def explained(
    client: ApiClient,
    card: Card,
    search: str | None,
    version: int | None = None,
    view: View | None = None,
    path: str | None = None,
) -> Component:
    """Receipts of all that a card shows: of its answer, and of those it draws beside it."""
    try:
        scene = card.placed(scene_of(client, search, version, view, path))
        asks = [card.ask(scene)]
        if card.also:
            asks += card.also(scene, client.fetch(*asks[0]))
        return receipts([client.receipt(*ask) for ask in asks])
    except ApiError as error:
        return failed(error)

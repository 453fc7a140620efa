"""Long tables: the browser asks for the rows in view, sorted and filtered here."""

from typing import Any

from dash import MATCH, Dash, Input, Output, State, ctx, no_update

from dash_app.answers import ApiError, Result
from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS, Card, part
from dash_app.components.table import block, told_rows
from dash_app.components.table_rows import asked_rows
from dash_app.scene import Scene, View, scene_of


def register(app: Dash, client: ApiClient) -> None:
    """Bring the rows that a table asks for."""

    @app.callback(
        Output(part("table", MATCH), "getRowsResponse"),
        Output(part("told", MATCH), "children"),
        Input(part("table", MATCH), "getRowsRequest"),
        State("url", "search"),
        State("version", "data"),
        State(part("view", MATCH), "data"),
        State("url", "pathname"),
        prevent_initial_call=True,
    )
    def bring(
        request: dict[str, Any] | None,
        search: str | None,
        version: int | None,
        view: dict[str, Any] | None,
        path: str | None,
    ) -> tuple[Any, Any]:
        if not request:
            return no_update, no_update
        card = CARDS[ctx.outputs_list[0]["id"]["card"]]
        try:
            scene = card.placed(scene_of(client, search, version, View.read(view), path))
            return brought(whole_answer(client, card, scene), request)
        except ApiError as error:
            return {"rowData": [], "rowCount": 0}, str(error)


def whole_answer(client: ApiClient, card: Card, scene: Scene) -> Result:
    """Answer the question of a card with every row."""
    return client.whole(*card.ask(scene).whole, scene.dataset.version)


def brought(result: Result, request: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the rows asked for, and in words how many there are."""
    asked = asked_rows(result, request)
    return block(result, asked), told_rows(result, asked.fitting)

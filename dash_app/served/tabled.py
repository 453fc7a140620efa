"""The table behind a card: every row of its answer."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import ApiError, Result
from dash_app.api_client import ApiClient
from dash_app.components.card import Card
from dash_app.components.notice import failed
from dash_app.components.table import block, table, told_rows
from dash_app.components.table_rows import asked_rows
from dash_app.scene import Scene
from dash_app.served.place import Place


def whole_answer(client: ApiClient, card: Card, scene: Scene) -> Result:
    """Answer the question of a card with every row.

    Raises ApiError.
    """
    return client.whole(*card.ask(scene).whole, scene.dataset.version)


def tabled(client: ApiClient, card: Card, place: Place) -> Component:
    """Show the answer of a card as a table."""
    try:
        return table(whole_answer(client, card, place.scene(client, card)), card.key)
    except ApiError as error:
        return failed(error)


def brought(client: ApiClient, card: Card, place: Place, request: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the rows that a long table asks for, and in words how many there are."""
    try:
        result = whole_answer(client, card, place.scene(client, card))
    except ApiError as error:
        return {"rowData": [], "rowCount": 0}, str(error)
    asked = asked_rows(result, request)
    return block(result, asked), told_rows(result, asked.fitting)

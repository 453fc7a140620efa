"""Tables behind cards: laid out when a card turns, and long ones brought row by row, sorted and filtered here."""

from typing import Any
from urllib.parse import parse_qsl

from dash import MATCH, Dash, Input, Output, State, ctx, no_update

from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS, Card, part
from dash_app.served.place import Place
from dash_app.served.tabled import brought, tabled


def register(app: Dash, client: ApiClient) -> None:
    """Show the table of a card that says where it stands; bring the rows that a table asks for."""

    @app.callback(
        Output(part("rows", MATCH), "children"), Input(part("asked", MATCH), "data"), prevent_initial_call=True
    )
    def turn(asked: str | None) -> Any:
        return tabled(client, _card(ctx.outputs_list), _place(asked)) if asked else None

    @app.callback(
        Output(part("table", MATCH), "getRowsResponse"),
        Output(part("told", MATCH), "children"),
        Input(part("table", MATCH), "getRowsRequest"),
        State(part("asked", MATCH), "data"),
        prevent_initial_call=True,
    )
    def bring(request: dict[str, Any] | None, asked: str | None) -> tuple[Any, Any]:
        if not request:
            return no_update, no_update
        return brought(client, _card(ctx.outputs_list[0]), _place(asked), request)


def _card(output: dict[str, Any]) -> Card:
    return CARDS[output["id"]["card"]]


def _place(asked: str | None) -> Place:
    return Place.read(dict(parse_qsl(asked or "")))

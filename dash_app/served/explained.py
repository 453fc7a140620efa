"""The "i" of a card shows how its answer was computed, under the filters in force."""

from dash.development.base_component import Component

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.card import Card
from dash_app.components.notice import failed
from dash_app.components.receipt import receipts
from dash_app.served.asked import answered
from dash_app.served.place import Place


def explained(client: ApiClient, card: Card, place: Place) -> Component:
    """Receipts of all that a card shows: of its answer, and of those it draws beside it."""
    try:
        asks = answered(client, card, place.scene(client, card)).asks
        return receipts([client.receipt(*ask) for ask in asks])
    except ApiError as error:
        return failed(error)

"""What a card asks: its question, and those that follow from the answer."""

from typing import NamedTuple

from dash_app.answers import Result
from dash_app.api_client import ApiClient
from dash_app.components.card import Ask, Card
from dash_app.scene import Scene


class Answered(NamedTuple):
    """Answers of a card.

    result : rows that it shows.
    asks : every question that was asked for it, its own first.
    more : answers to the others, by analysis.
    """

    result: Result
    asks: list[Ask]
    more: dict[str, Result]


def answered(client: ApiClient, card: Card, scene: Scene) -> Answered:
    """Ask all that a card asks, in a scene placed on it.

    Raises ApiError.
    """
    own = card.asked(scene)
    result = client.fetch(*own).first(card.ask(scene).most)
    also = card.also(scene, result) if card.also else []
    return Answered(result, [own, *also], {ask.analysis: client.fetch(*ask) for ask in also})

"""Where a card stands when the browser asks for it."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from dash_app.api_client import ApiClient
from dash_app.components.card import Card
from dash_app.scene import Scene, View, scene_of


class Place(NamedTuple):
    """Query and path of the page, version of the data that the browser knows of, part of the map in view."""

    search: str | None = None
    version: int | None = None
    view: View | None = None
    path: str | None = None

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Self:
        """Read what the browser sends along; what it does not say or garbles is as on a page just opened."""
        zoom, version = _number(asked.get("zoom")), _number(asked.get("version"))
        known = (asked.get("place"), asked.get("bbox"))
        view = View(known[0], zoom, known[1]) if known[0] and known[1] and zoom is not None else None
        return cls(asked.get("search"), None if version is None else int(version), view, asked.get("path"))

    def scene(self, client: ApiClient, card: Card) -> Scene:
        """Set the scene for the card.

        Raises ApiError.
        """
        return card.placed(scene_of(client, self.search, self.version, self.view, self.path))


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None

"""A card: one question of the API and how its answer is drawn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import plotly.graph_objects as go
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.scene import Scene

CHART, MAP, LIST, FIGURES = "chart", "map", "list", "figures"


class Drawn(NamedTuple):
    """A figure and what stands below it."""

    figure: go.Figure
    legend: Component | None = None


class Ask(NamedTuple):
    """A question to the API."""

    analysis: str
    params: list[tuple[str, str]]


class Option(NamedTuple):
    """A choice a card offers besides the filters, kept in the URL under `name`."""

    name: str
    label: str
    chosen: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """Declaration of a card; title and info text come from the catalogue of the API.

    draw : pure function of the answer and the scene; None where there is nothing to draw.
    area : where the page's grid puts it.
    form : what it looks like while it waits: chart, map, list or figures.
    asks : what to ask where it is not simply the analysis under the filters.
    also : further questions once the first answer is known; with them the card is drawn even where that is empty.
    title, subtitle : words that depend on the scene.
    """

    analysis: str
    draw: Callable[[Result, Scene], Drawn | Component | None]
    area: str
    form: str = CHART
    asks: Callable[[Scene], Ask] | None = None
    also: Callable[[Scene, Result], list[Ask]] | None = None
    title: Callable[[Scene], str] | None = None
    subtitle: Callable[[Scene], str] | None = None
    options: Callable[[Scene], list[Option]] | None = None

    def ask(self, scene: Scene) -> Ask:
        """Return the card's question in this scene."""
        return self.asks(scene) if self.asks else Ask(self.analysis, scene.params())


CARDS: dict[str, Card] = {}
"""Every card of every page, by its analysis."""


def declare(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Make the cards of a page known to the callback that fills them."""
    declared = tuple(cards)
    CARDS.update({card.analysis: card for card in declared})
    return declared


def part(kind: str, card: Any) -> dict[str, Any]:
    """Id of a part of a card, or of that part of the matching one."""
    return {"type": kind, "card": card}

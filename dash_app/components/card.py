"""A card: one question of the API and how its answer is drawn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Control
from dash_app.components.charts.plot import Figure
from dash_app.scene import Scene

CHART, MAP, LIST, FIGURES = "chart", "map", "list", "figures"
MOST_ROWS = "100000"
"""What the API gives at most."""


class Drawn(NamedTuple):
    """A figure and what stands below it."""

    figure: Figure
    legend: Component | None = None


class Ask(NamedTuple):
    """A question to the API."""

    analysis: str
    params: list[tuple[str, str]]

    @property
    def whole(self) -> "Ask":
        """The same question for every row, where a card asks for the first ones alone."""
        return Ask(self.analysis, [(name, MOST_ROWS if name == "limit" else value) for name, value in self.params])

    @property
    def most(self) -> int:
        """Rows asked for at most."""
        return int(dict(self.params).get("limit", MOST_ROWS))


@dataclass(frozen=True)
class Card:
    """Declaration of a card; title and info text come from the catalogue of the API.

    draw : pure function of the answer and the scene; None where there is nothing to draw.
    area : how much of the page's grid it takes: full, wide, half or third, or a named area of that page.
    form : what it looks like while it waits: chart, map, list or figures.
    name : tells cards about the same analysis apart; the analysis where not given.
    params : what is always asked besides the filters.
    without : filters that this question is asked without.
    choices : what the viewer can choose besides the filters.
    follows : choices that other cards of the group offer, and that this one heeds too.
    asks : what to ask where it is not simply the analysis under filters, params and choices.
    also : further questions once the first answer is known; with them the card is drawn even where that is empty.
    waits : what the viewer has to do before the question can be asked; empty once it can.
    nothing : what an empty answer means, where it does not mean that there were no sales.
    title : words that depend on the scene.
    lead : a sentence under the title, where the title does not say it all.
    says : one sentence with the answer, shown under the title; without it one is written for those who see nothing.
    compares : whether the answer takes the comparison that the viewer chose.
    log : whether a logarithmic scale helps.
    colors : whether categories are told apart by colour.
    shares : whether another card of the page asks the same for every row: this one asks so too, and shows the first.
    """

    analysis: str
    draw: Callable[[Result, Scene], Drawn | Component | None]
    area: str
    form: str = CHART
    name: str = ""
    params: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    choices: tuple[Control, ...] = ()
    follows: tuple[Control, ...] = ()
    asks: Callable[[Scene], Ask] | None = None
    also: Callable[[Scene, Result], list[Ask]] | None = None
    waits: Callable[[Scene], str] | None = None
    nothing: str = ""
    title: str | Callable[[Scene], str] = ""
    lead: str = ""
    says: Callable[[Result, Scene], str] | None = None
    compares: bool = False
    log: bool = False
    colors: bool = False
    shares: bool = False

    @property
    def key(self) -> str:
        """Name of the card on its page."""
        return self.name or self.analysis

    def in_url(self, choice: Control) -> str:
        """Name under which the URL keeps a choice."""
        return choice.name if choice.shared else f"{choice.group or self.key.replace('/', '-')}.{choice.name}"

    def placed(self, scene: Scene) -> Scene:
        """Return the scene with the choices made on this card."""
        first = scene.selection.first
        heeded = (*self.choices, *self.follows)
        return scene.choosing(self.key, {each.name: each.read(first(self.in_url(each)), scene) for each in heeded})

    def ask(self, scene: Scene) -> Ask:
        """Return the card's question in a scene placed on it."""
        if self.asks:
            return self.asks(scene)
        asked = [(each.name, scene.options[each.name]) for each in (*self.choices, *self.follows) if each.asked]
        compare = [("compare", scene.compare)] if self.compares else []
        return Ask(self.analysis, [*scene.params(*self.without), *self.params, *compare, *asked])

    def asked(self, scene: Scene) -> Ask:
        """Return what is asked of the API for this: the card's question, or that of another card too."""
        ask = self.ask(scene)
        return ask.whole if self.shares else ask

    def titled(self, scene: Scene) -> str:
        """Return the title where it is not that of the catalogue."""
        return self.title if isinstance(self.title, str) else self.title(scene)


CARDS: dict[str, Card] = {}
"""Every card of every page, by its key."""


def declare(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Make the cards of a page known to the callback that fills them."""
    declared = tuple(cards)
    for card in declared:
        if CARDS.setdefault(card.key, card) != card:
            raise ValueError(f"two cards are called {card.key}: give one a name")
    return declared


def part(kind: str, card: Any) -> dict[str, Any]:
    """Id of a part of a card, or of that part of the matching one."""
    return {"type": kind, "card": card}

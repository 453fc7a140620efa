"""What a page is: a path and its cards, or a layout of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Explained
from dash_app.api_client import ApiClient
from dash_app.components.attributes import data
from dash_app.components.card import Card
from dash_app.components.chart_card import chart_card
from dash_app.components.names import named
from dash_app.paths import MEMBERS, fixed_by
from dash_app.texts import say


@dataclass(frozen=True)
class Page:
    """A page of the dashboard, put together from cards.

    path : where it is; pages about one member end with its kind, and the member follows: /store/S015.
    root : what its breadcrumb starts with; `back` is where that leads from a page about one member.
    lead : what the page answers, in a sentence under its title; empty where the first card says it.
    in_rail : whether the rail leads to it.
    """

    path: str
    name: str
    icon: str
    root: str
    cards: tuple[Card, ...] = ()
    lead: str = ""
    back: str = "/"
    in_rail: bool = True
    build: Callable[[ApiClient], Component] | None = None

    @property
    def kind(self) -> str:
        """Kind of member that the page is about; empty on all other pages."""
        kind = self.path.removeprefix("/")
        return kind if kind in MEMBERS else ""

    def at(self, path: str | None) -> bool:
        """Whether a path leads here."""
        return (path or "").startswith(f"{self.path}/") if self.kind else path == self.path

    def layout(self, client: ApiClient, path: str) -> Component:
        """Lay out the page; titles and info texts of cards come from the catalogue."""
        if self.build:
            return html.Div(self.build(client), className="plain-page", **data(path=path))
        catalogue: dict[str, Explained] = client.catalogue()
        cards = [chart_card(card, catalogue[card.analysis]) for card in self.cards]
        return html.Div(
            [*self._title(client, path), *cards], className=f"grid-page page-{self.icon}", **data(path=path)
        )

    def _title(self, client: ApiClient, path: str) -> list[Component]:
        if not self.lead:
            return []
        name = " ".join(client.label(*member) for member in fixed_by(path)) or say(self.name)
        return [
            html.Header([html.H1(named(name)), html.P(say(self.lead), className="standfirst")], className="area-full")
        ]

"""What a page is: a path and its cards."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Explained
from dash_app.components.card import Card
from dash_app.components.chart_card import chart_card


@dataclass(frozen=True)
class Page:
    """A page of the dashboard; `root` is what its breadcrumb starts with."""

    path: str
    name: str
    icon: str
    root: str
    cards: tuple[Card, ...]

    def layout(self, catalogue: dict[str, Explained]) -> Component:
        """Lay out the cards, with titles and info texts from the catalogue."""
        return html.Div([chart_card(card, catalogue[card.analysis]) for card in self.cards], className="grid-page")

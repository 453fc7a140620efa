"""Figures are plain values, and Plotly understands each of them."""

import pytest

from dash_app.api_client import ApiClient
from dash_app.choice import Choice
from dash_app.components.card import CARDS, Card, Drawn
from dash_app.components.charts.plot import Bar, Figure
from dash_app.pages import PAGES
from dash_app.scene import scene_of
from tests.dash_app.plotted import plotted

PATHS = {"customer": "/customer/A", "store": "/store/S1", "product": "/product/P1", "state": "/state/CA"}
PAGE_OF = {card.key: page for page in PAGES for card in page.cards}


def searches(card: Card) -> list[str]:
    choices = [each for each in card.choices if isinstance(each, Choice)]
    return ["?period=all", *(f"?period=all&{card.in_url(each)}={v}" for each in choices for v, _ in each.values)]


@pytest.mark.parametrize("name", CARDS)
def test_plotly_knows_every_property_of_every_figure(client: ApiClient, name: str) -> None:
    card, path = CARDS[name], PAGE_OF[name].path
    for search in searches(card):
        scene = card.placed(scene_of(client, search, path=PATHS.get(path.split("/")[1], path)))
        if card.waits and card.waits(scene):
            continue
        result = client.fetch(*card.ask(scene))
        if card.colors:
            scene = scene.coloring(client.largest_categories(scene.dataset.version))
        more = {ask.analysis: client.fetch(*ask) for ask in (card.also(scene, result) if card.also else [])}
        drawing = card.draw(result, scene.having(more)) if result.rows or more else None
        if isinstance(drawing, Drawn):
            assert len(plotted(drawing.figure).data) == len(drawing.figure.data), search


def test_a_property_plotly_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        plotted(Figure([Bar(x=[1], y=[2], marker={"colour": "red"})]))


def test_changes_reach_what_is_nested_and_every_axis_there_is() -> None:
    drawn = Figure(layout={"xaxis": {"title": {"text": "a"}}, "yaxis2": {"nticks": 3}})
    drawn.update_xaxes(title={"font": {"size": 11}})
    drawn.update_yaxes(nticks=5)
    assert drawn.layout == {
        "xaxis": {"title": {"text": "a", "font": {"size": 11}}},
        "yaxis": {"nticks": 5},
        "yaxis2": {"nticks": 5},
    }


def test_what_figures_share_is_never_changed() -> None:
    shared = {"tickfont": {"size": 12}}
    one, other = Figure(layout={"xaxis": shared}), Figure(layout={"xaxis": shared})
    one.update_xaxes(tickfont={"color": "red"})
    assert other.layout == {"xaxis": {"tickfont": {"size": 12}}}


def test_properties_without_a_value_are_left_out() -> None:
    assert Bar(x=[1], customdata=None) == {"type": "bar", "x": [1]}

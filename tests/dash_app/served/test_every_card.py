"""What holds for every card: no choice without effect, and no way on that loses a filter."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from api.services.analysis import MOST_ROWS, REGISTRY
from dash_app.api_client import ApiClient
from dash_app.choice import Choice, Control, Pin, Slider
from dash_app.components.card import CARDS
from dash_app.components.control import control
from dash_app.pages import PAGES
from dash_app.paths import fixed_by
from dash_app.scene import Scene, scene_of
from dash_app.selection import PLACES
from dash_app.served.filled import filled
from dash_app.served.place import Place
from tests.dash_app.reading import links, parts

assert PAGES  # declares the cards
CHOICES = [(name, choice.name) for name, card in CARDS.items() for choice in card.choices]
FILTERS = (("period", "all"), ("state", "CA"), ("category", "Classic"))
CONTENT, FIGURE = 4, 5


def values(choice: Control, scene: Scene) -> list[str]:
    """Everything that can be chosen; of numbers and places two."""
    if isinstance(choice, Pin):
        return ["34.6,-120.4", "36.7,-119.8"]
    if isinstance(choice, Slider):
        return [f"{choice.low:g}", f"{choice.high:g}"]
    return [value for value, _ in choice.offered(scene)]


@pytest.mark.parametrize(("name", "choice_name"), CHOICES)
def test_no_choice_is_without_effect(client: ApiClient, name: str, choice_name: str) -> None:
    card = CARDS[name]
    choice = next(each for each in card.choices if each.name == choice_name)
    outcomes = []
    for value in values(choice, scene_of(client, "")):
        search = f"?period=all&{card.in_url(choice)}={value}"
        scene = card.placed(scene_of(client, search))
        assert scene.options[choice_name] == value
        drawn = "" if choice.asked else str(filled(client, card, Place(search))[CONTENT:])
        outcomes.append((str(card.ask(scene)), drawn))
    assert len(set(outcomes)) == len(outcomes)


@pytest.mark.parametrize(("name", "choice_name"), CHOICES)
@pytest.mark.parametrize("search", ("", "?store=S1&store=S2"))
def test_what_is_drawn_where_nothing_is_chosen_is_marked(
    client: ApiClient, name: str, choice_name: str, search: str
) -> None:
    card = CARDS[name]
    choice = next(each for each in card.choices if each.name == choice_name)
    scene = card.placed(scene_of(client, search))
    if isinstance(choice, Choice):
        shown = control(card, choice, scene)
        marks = [getattr(part, "aria-current", None) or getattr(part, "selected", None) for part in parts(shown)]
        assert len(list(filter(None, marks))) == 1
    else:
        assert choice.read("", scene) == scene.options[choice_name]


@pytest.mark.parametrize("name", CARDS)
def test_every_way_on_keeps_the_filters(client: ApiClient, name: str) -> None:
    filling = filled(client, CARDS[name], Place("?" + "&".join(f"{key}={value}" for key, value in FILTERS)))
    for link in (*_of_figure(filling[FIGURE]), *links(filling[CONTENT])):
        url = urlsplit(link)
        kept = parse_qsl(url.query)
        fixed = fixed_by(url.path)
        changed = {key for key, _ in (*kept, *fixed)} - {key for key, _ in FILTERS}
        narrowed = {pair[0] for pair in (*kept, *fixed) if pair not in FILTERS}
        for pair in FILTERS:
            assert pair in kept or pair in fixed or pair[0] in narrowed or _is_switched_off(pair, changed), (link, pair)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_that_shows_the_first_rows_says_how_many(client: ApiClient, name: str) -> None:
    asked = CARDS[name].ask(CARDS[name].placed(scene_of(client, "")))
    cut = REGISTRY[asked.analysis].params.model_fields.get("limit")
    assert cut is None or cut.default == MOST_ROWS or "limit" in dict(asked.params), "tables would lack the rest"


def _is_switched_off(pair: tuple[str, str], changed: set[str]) -> bool:
    """A click on what is chosen already takes it away; one on a place takes away what lies below."""
    return not changed and pair[0] in (*PLACES, "category", "sku")


def _of_figure(figure: Any) -> Iterator[str]:
    if isinstance(figure, dict):
        for trace in figure["data"]:
            yield from (data[0] for data in trace.get("customdata") or [] if isinstance(data[0], str))


def _has_share(name: str) -> bool:
    return any(
        value == "share" for choice in CARDS[name].choices if isinstance(choice, Choice) for value, _ in choice.values
    )


NEITHER = {
    **dict.fromkeys(("kpis", "customer/kpis", "product/kpis", "state/kpis", "store/kpis"), "figures, no scale"),
    **dict.fromkeys(("customers", "stores/places", "stores/map", "state/map", "store/homes"), "classes on a map"),
    **dict.fromkeys(("workbench", "sites", "penetration"), "sites and places on a map and why"),
    **dict.fromkeys(("geo/site", "geo/white_spot", "geo/low_penetration"), "places by how much is to be gained"),
    **dict.fromkeys(("orders", "customer/orders", "state/orders", "store/orders", "orders/outliers"), "single orders"),
    **dict.fromkeys(("orders/basket", "product/together", "products/together"), "rules between products"),
    **dict.fromkeys(("customers/top", "customers/avg_order", "store/customers"), "single customers: tiny shares"),
    **dict.fromkeys(("stores/distance", "store/reach"), "kilometres in words"),
    **dict.fromkeys(
        ("orders/seasonal", "store/peaks", "trends/peak_times"), "means, not parts of a whole, of one size"
    ),
    "customers/recurring": "shows shares anyway",
    "geo/assignment": "shows shares anyway",
    "stores/customer_reach": "shows shares anyway; customers of several stores count in each",
    "orders/avg_items": "a few items per order everywhere",
    "orders/volatility": "relative to each mean",
    "product/prices": "one price, which hardly moves",
    "products/price_sales": "chooses both scales at once itself",
    "stores/order_values": "cut where the boxes end",
    "trends/seasonal": "indices around 1",
    "trends/warning": "who fell, in words",
}
"""Cards that offer neither shares of the whole nor a logarithmic scale, and why."""


@pytest.mark.parametrize("name", CARDS)
def test_amounts_are_offered_as_shares_or_on_a_logarithmic_scale_where_it_helps(name: str) -> None:
    assert (_has_share(name) or CARDS[name].log) != (name in NEITHER)


def test_every_reason_belongs_to_a_card() -> None:
    assert set(NEITHER) <= set(CARDS)

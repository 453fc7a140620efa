"""Choices of a card, and the controls that they become."""

import pytest

from dash_app.choice import Choice
from dash_app.components.card import Card
from dash_app.components.control import control
from tests.dash_app.conftest import bare_scene
from tests.dash_app.reading import links, texts

LEVEL = Choice(
    "by", "Told apart by", (("store", "Store"), ("state", "State")), needs=(("state", "states"),), named=True
)
CARD = Card("orders/avg_value", lambda *_: None, area="half", choices=(LEVEL,))


def test_a_choice_offers_what_the_data_has() -> None:
    without = bare_scene("?orders-avg_value.by=state", capabilities=frozenset({"orders"}))
    assert CARD.placed(without).options == {"by": "store"}
    assert CARD.placed(bare_scene("?orders-avg_value.by=state")).options == {"by": "state"}


def test_where_nothing_on_offer_makes_sense_the_api_says_what_is_missing() -> None:
    only = Choice("by", "Told apart by", (("state", "State"),), needs=(("state", "states"),))
    assert only.offered(bare_scene(capabilities=frozenset())) == (("state", "State"),)


@pytest.mark.parametrize("named", [True, False])
def test_several_choices_are_told_apart_by_their_labels(named: bool) -> None:
    choice = Choice("by", "Told apart by", LEVEL.values, named=named)
    drawn = control(CARD, choice, CARD.placed(bare_scene("?state=CA")))
    assert ("Told apart by" in texts(drawn)) is named
    assert links(drawn) == [f"?state=CA&orders-avg_value.by={by}" for by in ("store", "state")]

"""The "i" of every card shows how its answer was computed."""

import pytest

from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS
from dash_app.pages import PAGES
from dash_app.scene import scene_of
from dash_app.served.explained import explained
from dash_app.served.place import Place
from tests.dash_app.reading import having, links, texts

assert PAGES  # declares the cards


@pytest.mark.parametrize("name", CARDS)
def test_every_card_has_one_under_the_filters_in_force(client: ApiClient, name: str) -> None:
    shown = explained(client, CARDS[name], Place("?period=all&state=CA"))
    said = texts(shown)
    assert any(words.endswith(" in the state CA") for words in said)
    assert any("SELECT" in words for words in said) == bool(having(shown, "code"))
    assert any(words.startswith("version 1 of canonical, loaded ") for words in said)
    assert "state=CA" in links(shown)[0]


def test_its_numbers_are_those_of_the_api(client: ApiClient) -> None:
    said = texts(explained(client, CARDS["stores/sales"], Place("?state=NV")))
    scene = CARDS["stores/sales"].placed(scene_of(client, "?state=NV"))
    body = client.receipt(*CARDS["stores/sales"].asked(scene))
    assert said[said.index("Rows") + 1] == str(body["rows_answered"])
    assert body["period"] == "2024-10-03 to 2024-12-31, 90 days"
    assert said[said.index("Period") + 1] == "3 Oct 2024 to 31 Dec 2024, 90 days"
    assert [words for words in said if words.startswith(("WITH", "SELECT"))] == [s["sql"] for s in body["statements"]]


def test_what_is_drawn_beside_the_answer_has_its_own(client: ApiClient) -> None:
    shown = explained(client, CARDS["stores/places"], Place("?period=all"))
    assert texts(having(shown, "receipt-title")) == [
        client.catalogue()[name].title for name in ("stores/places", "stores", "customers")
    ]
    assert len(having(shown, "receipt")) == 3

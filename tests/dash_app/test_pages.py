"""Pages, and those about one member."""

import pytest

from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS
from dash_app.pages import PAGES, page_at
from dash_app.scene import scene_of
from dash_app.served.filled import filled
from dash_app.served.place import Place
from tests.dash_app.reading import texts

MEMBERS = {"/store/S1": "Lompoc", "/state/CA": "California", "/customer/A": "A"}


@pytest.mark.parametrize(("path", "name"), MEMBERS.items())
def test_a_page_about_a_member_is_called_like_it(client: ApiClient, path: str, name: str) -> None:
    page = page_at(path)
    assert page
    assert not page.in_rail
    assert texts(page.layout(client, path))[0] == name


@pytest.mark.parametrize("path", MEMBERS)
def test_every_card_of_it_asks_about_that_member_alone(client: ApiClient, path: str) -> None:
    page = page_at(path)
    assert page
    kind, member = path.removeprefix("/").split("/")
    for card in page.cards:
        scene = card.placed(scene_of(client, f"?period=all&{kind}=other&category=Classic", path=path))
        asked = card.ask(scene).params
        assert [value for name, value in asked if name == kind] == [member], card.key
        assert ("category", "Classic") in asked


@pytest.mark.parametrize("path", MEMBERS)
def test_every_card_of_it_has_something_to_say(client: ApiClient, path: str) -> None:
    page = page_at(path)
    assert page
    for card in page.cards:
        assert filled(client, card, Place("?period=all", path=path)).states in ("drawn", "listed"), card.key


def test_figures_of_one_customer_are_those_that_say_something(client: ApiClient) -> None:
    said = texts(filled(client, CARDS["customer/kpis"], Place("?period=all", path="/customer/A")).content)
    assert {"Revenue", "Orders", "Order value", "Items per order"} <= set(said)
    assert "Customers" not in said


def test_every_page_has_a_path_of_its_own() -> None:
    assert len({page.path for page in PAGES}) == len(PAGES)

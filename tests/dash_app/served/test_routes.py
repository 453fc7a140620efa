"""Addresses that the browser asks by itself."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from dash_app import create_dashboard
from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS
from dash_app.scene import View
from dash_app.served.place import Place


@pytest.fixture(scope="module")
def browser(client: ApiClient) -> FlaskClient:
    return create_dashboard(client).test_client()


def asked(browser: FlaskClient, address: str, **said: str) -> dict[str, Any]:
    answer = browser.get(address, query_string=said)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    body: dict[str, Any] = answer.get_json()
    return body


@pytest.mark.parametrize("card", CARDS)
def test_every_card_and_its_receipt_are_markup_and_figures_alone(browser: FlaskClient, card: str) -> None:
    parts = asked(browser, f"/cards/{card}", search="?period=all")
    assert {"states", "options", "downloads"} <= set(parts)
    assert all(isinstance(parts[name], str) for name in parts if name != "figure")
    assert "Div(" not in parts.get("content", "")
    assert set(parts.get("figure", {"data": [], "layout": {}})) == {"data", "layout"}
    assert asked(browser, f"/receipts/{card}", search="?period=all")["receipt"].startswith("<div")


def test_a_card_turned_to_its_table_says_so_and_leaves_the_rows_to_the_grid(browser: FlaskClient) -> None:
    parts = asked(browser, "/cards/orders/trend", search="?period=all", face="table")
    assert parts["states"] == "as-table"
    assert not {"content", "figure"} & set(parts)


@pytest.mark.parametrize("kind", ["cards", "receipts"])
def test_a_card_that_does_not_exist_is_refused_in_the_one_shape(browser: FlaskClient, kind: str) -> None:
    answer = browser.get(f"/{kind}/nothing")
    assert answer.status_code == 404
    assert set(answer.get_json()) == {"code", "message", "details"}


def test_the_bar_says_where_one_is_and_offers_what_can_be_chosen(browser: FlaskClient) -> None:
    bar = asked(browser, "/bar", search="?period=30d&state=CA", path="/")
    assert bar["period-name"] == "Last 30 days"
    assert "California" in bar["chips"]
    assert 'value="2024-12-02"' in bar["days"]
    assert 'aria-current="true"' in bar["periods"]
    offered = asked(browser, "/members", search="?state=CA", dimension="city", text="lom")
    assert "Lompoc" in offered["members"]
    assert "Fresno" not in offered["members"]
    (chosen,) = (button for button in offered["dimensions"].split("<button") if 'aria-pressed="true"' in button)
    assert 'data-name="city"' in chosen


def test_the_palette_finds_members_under_the_filters(browser: FlaskClient) -> None:
    hits = asked(browser, "/hits", search="?state=CA", text=" lompoc ")["palette-hits"]
    assert "/store/S1?state=CA" in hits


def test_a_place_is_read_as_far_as_it_makes_sense() -> None:
    map_view = {"place": "CA//", "zoom": "7.5", "bbox": "-121,37,-120,38"}
    assert Place.read({"search": "?x=1", "version": "3", **map_view, "path": "/trends"}) == Place(
        "?x=1", 3, View("CA//", 7.5, "-121,37,-120,38"), "/trends"
    )
    assert Place.read({}) == Place()
    assert Place.read({"version": "new", **map_view, "zoom": "far"}) == Place()

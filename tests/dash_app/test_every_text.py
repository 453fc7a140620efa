"""Every text a person sees comes from the catalogue: in a made-up language nothing else stands anywhere."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from dash import html
from flask import Flask

from api import create_api
from api.config import load_config
from app import OPEN
from dash_app import rail_of, texts
from dash_app.answers import ApiError
from dash_app.api_client import ApiClient, Params
from dash_app.callbacks.help import told
from dash_app.callbacks.loads import page as page_of_data
from dash_app.components.breadcrumb import breadcrumb
from dash_app.components.card import Card
from dash_app.components.filter_bar import (
    chips,
    comparison_links,
    day_fields,
    dimension_buttons,
    member_links,
    period_links,
    period_name,
)
from dash_app.components.footer import ago, footer
from dash_app.components.notice import failed, no_data
from dash_app.components.palette import hits
from dash_app.components.plain import plain
from dash_app.components.shell import shell
from dash_app.pages import PAGES
from dash_app.pages.page import Page
from dash_app.reader import month, read_by, weekday
from dash_app.scene import scene_of
from dash_app.selection import Selection
from dash_app.served.explained import explained
from dash_app.served.filled import filled
from dash_app.served.hits import found
from dash_app.served.place import Place
from dash_app.served.tabled import tabled
from tests.dash_app.pseudo import CODE, unsaid, write_pseudo
from tests.dash_app.served.test_every_card import values
from tests.world import Shop

MEMBERS = {"store": "S1", "customer": "A", "product": "P1", "state": "CA"}
OF_DATA = (
    *("store", "name", "city", "state", "state_name", "country", "category", "sku", "customer", "order", "size"),
    *(
        "store_name",
        "place",
        "nearest_store",
        "status",
        "channel",
        "label",
        "antecedent_names",
        "consequent_name",
        "cell",
    ),
)
"""Columns and keys that name members of the data."""
COMPOSED = ("unavailable", "notes")
"""What the API writes with values: why it cannot answer."""
OF_RECEIPTS = ("filters", "period", "parameters", "remarks", "money", "source")
"""What a receipt says in the words of the API."""
SIGNS = ("Whitespot", "US", "USD", "km", "ms", "min", "UTC", "SQL", "DuckDB", "Swagger", "UI", "ReDoc", "OpenAPI")
"""Names and units that are the same in every language."""
_NAMES = {
    "/api/analyses": (),
    "/api/kpis": COMPOSED,
    "/api/dataset": ("title", "source"),
    "/api/members": ("member", "label"),
    "/api/loads": ("source", "table", "name"),
}
"""What is data where those columns hold words of a declaration, or others hold the data."""


class Listening(ApiClient):
    """A client that remembers the names it has heard."""

    def __init__(self, http: httpx.Client) -> None:
        super().__init__(http)
        self.heard: set[str] = set(SIGNS) | set(_days())

    def _json(self, path: str, params: Params = ()) -> dict[str, Any]:
        body = super()._json(path, params)
        names = OF_RECEIPTS if ("receipt", "only") in params else _NAMES.get(path, (*OF_DATA, *COMPOSED))
        holidays = ("member",) if ("kind", "holiday") in params else ()
        self.heard |= set(_strings(body, (*names, *holidays)))
        return body


def _days() -> Iterator[str]:
    """Months and weekdays as the reader writes them."""
    from datetime import date

    read_by([CODE])
    for number in range(1, 13):
        yield from (month(date(2024, number, 1), width) for width in ("LLLL", "LLL", "MMMM", "MMM"))
    for number in range(1, 8):
        yield from (weekday(date(2024, 1, number), width) for width in ("EEEE", "EEE"))


def _strings(tree: Any, names: tuple[str, ...], taken: bool = False) -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _strings(value, names, taken or name in names)
    elif isinstance(tree, list):
        for item in tree:
            yield from _strings(item, names, taken)
    elif taken and isinstance(tree, str):
        yield tree


@pytest.fixture(scope="module", autouse=True)
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    texts.LANGUAGES[CODE] = texts.read_language(write_pseudo(tmp_path_factory.mktemp("pseudo")))
    yield
    del texts.LANGUAGES[CODE]


@pytest.fixture(scope="module")
def http(chain: Shop) -> Iterator[httpx.Client]:
    database = f"sqlite:///{chain.folder}/app.sqlite"
    api = create_api(load_config({"WAREHOUSE_URL": chain.warehouse_url, "DATABASE_URL": database}))
    yield httpx.Client(transport=httpx.WSGITransport(app=api), base_url="http://api.internal")
    api.extensions["answers"].warehouse.close()


@pytest.fixture
def listening(http: httpx.Client) -> Listening:
    read_by([CODE])
    return Listening(http)


def path_of(page: Page) -> str:
    return f"{page.path}/{MEMBERS[page.kind]}" if page.kind else page.path


CARDS = [pytest.param(page, card, id=card.key) for page in PAGES for card in page.cards]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_of_every_page(listening: Listening, page: Page) -> None:
    with Flask(__name__).test_request_context():
        shown = page.layout(listening, path_of(page))
    assert unsaid(shown, listening.heard) == []


@pytest.mark.parametrize(("page", "card"), CARDS)
def test_of_every_card_whatever_is_chosen(listening: Listening, page: Page, card: Card) -> None:
    path = path_of(page)
    scene = scene_of(listening, "", path=path)
    searches = [f"&{card.in_url(choice)}={value}" for choice in card.choices for value in values(choice, scene)]
    pinned = "&workbench.pin=34.6,-120.4"
    for search in ("", "&category=Vegetarian&compare=year", "&store=S9", pinned, *searches):
        shown = filled(listening, card, Place(f"?period=all{search}", path=path))
        assert unsaid(list(shown[1:]), {*listening.heard, "Vegetarian"}) == [], search
    turned = [*filled(listening, card, Place("?period=all", path=path), "table")[1:]]
    assert unsaid([*turned, tabled(listening, card, Place("?period=all", path=path))], listening.heard) == []


@pytest.mark.parametrize(("page", "card"), CARDS)
def test_of_every_receipt(listening: Listening, page: Page, card: Card) -> None:
    shown = explained(listening, card, Place("?period=all&workbench.pin=34.6,-120.4", path=path_of(page)))
    assert unsaid(shown, listening.heard) == []


@pytest.mark.parametrize("search", ("", "?store=S1", "?state=CA&state=NV&compare=year", "?start=2024-12-01"))
def test_of_the_frame(listening: Listening, search: str) -> None:
    scene = scene_of(listening, search)
    labels = {pair: listening.label(*pair) for pair in scene.selection.filters}
    frame = [shell(rail_of(PAGES), OPEN), footer(scene.dataset), *map(ago, (0, 60, 7200, 200_000))]
    frame += [breadcrumb(scene, labels, page) for page in PAGES]
    bar = [chips(scene, labels), period_name(scene), period_links(scene), comparison_links(scene)]
    bar += [day_fields(scene), dimension_buttons(scene, None), member_links(scene, "store", [])]
    assert unsaid([*frame, *bar], listening.heard) == []


@pytest.mark.parametrize("text", ("", "C", "nothing says this"))
def test_of_the_palette(listening: Listening, text: str) -> None:
    assert unsaid(hits(found(listening, text, Selection())), listening.heard) == []


def test_of_every_question_on_the_help_page(listening: Listening) -> None:
    for name in listening.catalogue():
        assert unsaid(told(listening, name), listening.heard) == []


def test_of_the_page_about_the_data(listening: Listening) -> None:
    assert unsaid(page_of_data(listening, ""), listening.heard) == []


def test_of_notices(listening: Listening) -> None:
    """What the API refuses it says itself; what to do about it comes from the catalogue."""
    error = ApiError("wrong", "", [{"parameter": "", "problem": ""}])
    shown = [failed(error), failed(ApiError("unreachable", "")), no_data(error)]
    assert unsaid(shown, listening.heard) == []
    away = ApiClient.over_http("http://127.0.0.1:9")
    with pytest.raises(ApiError) as caught:
        away.dataset()
    assert unsaid(str(caught.value), ()) == []


def test_what_is_not_said_is_found() -> None:
    shown = {"data": [{"text": ["<b>⟦Week from ⟧2024</b>", "Revenue"], "x": ["Total"]}], "layout": {}}
    assert sorted(unsaid(shown, {"Lompoc"})) == ["Revenue", "Total"]
    assert unsaid(["⟦A ⟧Lompoc⟦ store⟧", "12 %"], {"Lompoc"}) == []
    marked = plain([html.P(["⟦Sold⟧ ", html.Code("by"), " in"]), html.Img(title="Map")])
    assert sorted(text.strip() for text in unsaid(marked, ())) == ["Map", "in"]

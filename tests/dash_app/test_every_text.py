"""Every text a person sees comes from the catalogue: in a made-up language nothing else stands anywhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, get_args

import httpx
import pytest
from dash import html
from flask import Flask

from api import create_api
from api.config import load_config
from api.routes.expose import EXPOSED
from api.services.analysis import REGISTRY, Analysis
from api.services.errors import WrongParameters
from api.services.orders.seasonal import Axis
from app import OPEN
from dash_app import rail_of, texts
from dash_app.answers import ApiError
from dash_app.api_client import ApiClient, Params
from dash_app.callbacks.help import told
from dash_app.callbacks.loads import page as page_of_data
from dash_app.components.breadcrumb import breadcrumb
from dash_app.components.card import CARDS as CARD_OF
from dash_app.components.card import FIGURES, Card
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
from dash_app.reader import either, month, read_by, weekday
from dash_app.scene import scene_of
from dash_app.selection import Selection
from dash_app.served.explained import explained
from dash_app.served.filled import filled
from dash_app.served.hits import found
from dash_app.served.place import Place
from dash_app.served.tabled import tabled
from tests.dash_app import reading
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
        "nearest_name",
        "used_name",
        "status",
        "channel",
        "label",
        "antecedent_names",
        "consequent_name",
        "cell",
    ),
)
"""Columns and keys that name members of the data."""
OF_RECEIPTS = ("parameters", "source")
"""What a receipt holds of the data and of the names of the API."""
SIGNS = ("Whitespot", "US", "USD", "km", "ms", "min", "UTC", "SQL", "DuckDB", "Swagger", "UI", "ReDoc", "OpenAPI")
"""Names and units that are the same in every language."""
_NAMES = {
    "/api/analyses": (),
    "/api/kpis": (),
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
        names = OF_RECEIPTS if ("receipt", "only") in params else _NAMES.get(path, OF_DATA)
        holidays = ("member",) if ("kind", "holiday") in params else ()
        self.heard |= set(_strings(body, (*names, *holidays)))
        self.heard |= {name for text in _texts(body) for name in _names_in(text)}
        return body


def _days() -> Iterator[str]:
    """Months, weekdays, and what stands before the last of a list, as the reader writes them."""
    from datetime import date

    read_by([CODE])
    for number in range(1, 13):
        yield from (month(date(2024, number, 1), width) for width in ("LLLL", "LLL", "MMMM", "MMM"))
    for number in range(1, 8):
        yield from (weekday(date(2024, 1, number), width) for width in ("EEEE", "EEE"))
    yield either(["", ""])


def _texts(body: dict[str, Any]) -> list[dict[str, Any]]:
    """Sentences of an answer or a receipt, taken apart."""
    return [*body.get("texts", []), *(body.get("summary") or {}).get("texts", [])]


def _names_in(value: Any) -> Iterator[str]:
    """Names among the values of a sentence; a text of its own has to say itself what it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (name for each in value for name in _names_in(each))
    elif isinstance(value, dict):
        yield from (name for each in value.get("values", {}).values() for name in _names_in(each))


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


@contextmanager
def asking(shop: Shop) -> Iterator[httpx.Client]:
    database = f"sqlite:///{shop.folder}/app.sqlite"
    api = create_api(load_config({"WAREHOUSE_URL": shop.warehouse_url, "DATABASE_URL": database}))
    yield httpx.Client(transport=httpx.WSGITransport(app=api), base_url="http://api.internal")
    api.extensions["answers"].warehouse.close()


@pytest.fixture(scope="module")
def http(chain: Shop) -> Iterator[httpx.Client]:
    with asking(chain) as http:
        yield http


@pytest.fixture(scope="module")
def web_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A shop of which no more is known than its orders, for two weeks."""
    folder = tmp_path_factory.mktemp("web")
    told = Shop(folder, f"duckdb:///{folder}/shop.duckdb").store("W1", "", "", kind="web")
    told.product("P1", category="", price="").sell("2024-12-01", 100, store="W1").sell("2024-12-14", 50, store="W1")
    assert told.get("/api/health").status == 200
    told.close()
    with asking(told) as http:
        yield http


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
    assert unsaid([*turned, *_tabled(listening, card, path)], listening.heard) == []


def _tabled(client: Listening, card: Card, path: str) -> list[Any]:
    """The table behind a card; headline figures have none."""
    return [] if card.form == FIGURES else [tabled(client, card, Place("?period=all", path=path))]


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


@pytest.mark.parametrize(("page", "card"), CARDS)
def test_of_what_a_data_set_cannot_answer(web_shop: httpx.Client, page: Page, card: Card) -> None:
    read_by([CODE])
    client = Listening(web_shop)
    path = page.path + ("/W1" if page.kind == "store" else "/P1" if page.kind else "")
    scene = scene_of(client, "", path=path)
    searches = [f"&{card.in_url(choice)}={value}" for choice in card.choices for value in values(choice, scene)]
    for search in ("", "&state=CA", *searches):
        shown = filled(client, card, Place(f"?period=all{search}", path=path))
        assert unsaid(list(shown[1:]), {*client.heard, "CA"}) == [], search
    place = Place("?period=all", path=path)
    assert unsaid([*_tabled(client, card, path), explained(client, card, place)], client.heard) == []


def test_of_reasons_and_notes_of_every_question(web_shop: httpx.Client, http: httpx.Client) -> None:
    """Asked for all that can be chosen, of two data sets, under filters that fit nothing."""
    read_by([CODE])
    said = set()
    for client in (Listening(web_shop), Listening(http)):
        for analysis in REGISTRY.values():
            for asked in ({}, *STRANGE, *_choices(analysis), *(UNKNOWN if analysis.name == "kpis" else ())):
                answer = client.fetch(analysis.name, (NEEDED.get(analysis.name, {}) | asked).items())
                told = {*answer.notes, answer.unavailable}
                assert unsaid(list(told), client.heard) == [], (analysis.name, asked)
                said |= told
    assert len(said) > 30


UNKNOWN: tuple[dict[str, str], ...] = tuple(
    {name: "Nowhere"} for name in ("country", "state", "city", "store", "category", "sku", "channel", "customer")
)
STRANGE: tuple[dict[str, str], ...] = (
    {"store": "S3", "category": "Classic"},
    {"start": "2024-12-10", "end": "2024-12-10"},
    {"start": "2031-01-01"},
)
"""Filters that fit little or nothing."""
NEEDED = {"geo/site": {"latitude": "34.6", "longitude": "-120.4"}, "members": {"dimension": "store"}}
"""What a question has to be asked with."""


def _choices(analysis: Analysis) -> Iterator[dict[str, str]]:
    """Each value of each parameter that takes one of several, and members that the data does not know."""
    for name in analysis.params.model_fields:
        yield from ({name: value} for value in _words(analysis, name))
    for name in {"item", "cohort_of"} & set(analysis.params.model_fields):
        yield {name: "P0"}


def _words(analysis: Analysis, parameter: str) -> list[str]:
    annotation = analysis.params.model_fields[parameter].annotation
    kinds = [kind for kind in (annotation, *get_args(annotation)) if isinstance(kind, type)]
    return [word.value for kind in kinds if issubclass(kind, StrEnum) for word in kind]


WRONG = ("red", "", "-1", "0", "1e9", "nan", "3.5", "2024-13-01", "99999999999999999999", "1,2,3", "x" * 200)


@pytest.mark.parametrize("name", sorted({exposed.analysis.name for exposed in EXPOSED}))
def test_of_every_refusal(listening: Listening, name: str) -> None:
    analysis = REGISTRY[name]
    fields = analysis.params.model_fields
    given = [[(parameter, value)] for parameter in fields for value in WRONG]
    given += [[("colour", "red")], [("start", "2024-12-31"), ("end", "2024-12-01")], [("start", "1"), ("start", "2")]]
    refused = [[*NEEDED.get(name, {}).items(), *asked] for asked in given if _is_refused(analysis, asked)]
    assert len(refused) > 10
    for asked in refused:
        known = {*WRONG, *Axis, *fields, *(word for parameter in fields for word in _words(analysis, parameter))}
        with pytest.raises(ApiError) as caught:
            listening.fetch(name, asked)
        said = [caught.value.message, *(detail["problem"] for detail in caught.value.details)]
        assert unsaid(said, {*SIGNS, *known}) == [], asked


def _is_refused(analysis: Analysis, asked: list[tuple[str, str]]) -> bool:
    """Whether it is refused for another reason than that something is missing."""
    given: dict[str, list[str]] = {each: [value] for each, value in NEEDED.get(analysis.name, {}).items()}
    for parameter, value in asked:
        given[parameter] = [*([] if parameter in NEEDED.get(analysis.name, {}) else given.get(parameter, [])), value]
    try:
        analysis.parse(given)
    except WrongParameters:
        return True
    return False


@pytest.mark.parametrize(
    ("search", "says"),
    (
        ("start=2024-12-20&end=2024-12-01", "end ⟦lies before ⟧start"),
        ("start=yesterday", "start ⟦has to be a day such as 2024-12-31⟧"),
        ("store=S9&state=Atlantis", "⟦No store '⟧S9⟦' in this data.⟧"),
        ("start=2031-01-01&end=2031-02-01", "⟦The data covers ⟧"),
    ),
)
def test_of_a_selection_that_finds_nothing(listening: Listening, search: str, says: str) -> None:
    shown = filled(listening, CARD_OF["stores/sales_trend"], Place(f"?{search}", path="/stores"))
    assert unsaid(list(shown[1:]), {*listening.heard, "yesterday"}) == []
    assert says in "".join(reading.texts(shown.content))


def test_of_notices(listening: Listening) -> None:
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

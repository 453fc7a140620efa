"""What every card shows."""

from urllib.parse import quote

import pytest

from api import create_api
from api.config import load_config
from dash_app import pages  # declares the cards
from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS, MOST_ROWS, Ask, Card
from dash_app.pages.page import Page
from dash_app.scene import scene_of
from dash_app.served.filled import Filled, filled
from dash_app.served.place import Place
from dash_app.served.tabled import tabled
from tests.dash_app.reading import having, links, texts
from tests.world import Shop

TOO_LITTLE = {
    "orders/basket": "No two meet in 1 of 4 orders",
    "orders/outliers": "No order lies more than 3.5",
    "orders/volatility": "Needs 4 whole weeks",
    "product/together": "No two meet in 1 of 4 orders",
    "products/together": "No two meet in 1 of 4 orders",
    "trends/warning": "Needs ",
}
"""What cards say that need more than the four orders of the chain; their own tests draw them."""
OF_ALL_DAYS = ("product/cohort", "products/performance", "trends/seasonal")
"""Cards that show what needs years whatever the period."""

CHOSEN = {
    "sites": "&workbench.radius_km=1",
    "geo/white_spot": "&workbench.radius_km=1&workbench.min_customers=1",
    "geo/site": "&workbench.pin=34.7,-120.4",
}
"""What has to be chosen before a card has something to say about the chain."""


def fill(client: ApiClient, card: str, search: str = "", face: str = "chart") -> Filled:
    assert pages.PAGES
    return filled(client, CARDS[card], Place(search), face)


@pytest.mark.parametrize("card", CARDS)
def test_every_card_is_drawn(client: ApiClient, card: str) -> None:
    parts = fill(client, card, f"?period=90d{CHOSEN.get(card, '')}")
    if card in TOO_LITTLE:
        assert any(text.startswith(TOO_LITTLE[card]) for text in texts(parts.content))
        return
    assert str(parts.states).split()[-1] in ("drawn", "listed")
    assert parts.content is not None or parts.figure


@pytest.mark.parametrize("card", CARDS)
def test_every_card_is_explained_by_the_catalogue(client: ApiClient, card: str) -> None:
    assert client.catalogue()[CARDS[card].analysis].explanation


@pytest.mark.parametrize("card", CARDS)
def test_downloads_ask_what_the_card_asks(client: ApiClient, card: str) -> None:
    csv, xlsx, zipped, *behind = links(fill(client, card, f"?period=all&state=CA{CHOSEN.get(card, '')}").downloads)
    path, query = csv.split("?")
    assert client.forward(path.removeprefix("/api/"), query).headers["Content-Type"].startswith("text/csv")
    assert "state=CA" in query
    assert xlsx.endswith("format=xlsx")
    path, query = zipped.split("?")
    assert client.forward(path.removeprefix("/api/"), query).headers["Content-Type"] == "application/zip"
    for path, query in (link.split("?") for link in behind):
        assert client.forward(path.removeprefix("/api/"), query).text.startswith("order,ordered_at")


@pytest.mark.parametrize("card", CARDS)
def test_an_empty_selection_offers_to_remove_the_last_filter(client: ApiClient, card: str) -> None:
    chosen = CHOSEN.get(card, "")
    parts = fill(client, card, f"?period=all&state=CA&sku=NONE{chosen}")
    if "sku" in CARDS[card].without:  # shows the others beside the chosen one
        assert str(parts.states).endswith("listed")
    elif card == "trends/warning":  # knows that a month is too little before it looks at products
        assert having(parts.content, "notice")
    elif CARDS[card].draw.__name__ in ("places", "site_map", "store_map"):  # still knows where the stores are
        assert str(parts.states).endswith("drawn")
    else:
        assert having(parts.content, "notice")
        assert "No sku 'NONE' in this data." in texts(parts.content)
        assert links(parts.content) == [f"?period=all&state=CA{quote(chosen, '&=')}"]


@pytest.mark.parametrize("card", CARDS)
def test_what_the_data_lacks_is_explained(client: ApiClient, card: str) -> None:
    parts = fill(client, card, f"?channel=web{CHOSEN.get(card, '')}")
    if card != "stores/places":
        assert "Not in this data" in texts(parts.content)


def asked_by(client: ApiClient, card: Card, search: str) -> list[tuple[str, list[tuple[str, str]]]]:
    scene = Place(search).scene(client, card)
    asks = [card.asked(scene)]
    asks += card.also(scene, client.fetch(*asks[0])) if card.also else []
    return [(ask.analysis, sorted(param for param in ask.params if param != ("limit", MOST_ROWS))) for ask in asks]


SHARING = [(page, card) for page in pages.PAGES for card in page.cards if card.shares]


@pytest.mark.parametrize(("page", "card"), SHARING, ids=lambda each: each.name)
@pytest.mark.parametrize("search", ["", "?period=all&channel=store"])
def test_what_is_shared_is_asked_by_another_card_of_the_page(
    client: ApiClient, page: Page, card: Card, search: str
) -> None:
    others = [ask for other in page.cards if other != card for ask in asked_by(client, other, search)]
    assert asked_by(client, card, search)[0] in others


@pytest.mark.parametrize("card", [card.key for _, card in SHARING])
def test_what_is_shared_is_cut_for_the_card(client: ApiClient, card: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ask, "most", 1)
    assert "The first 1; the download has all." in texts(fill(client, card, "?period=all").content)


def test_choices_go_only_where_none_would_bring_an_answer(shop: Shop) -> None:
    assert shop.sell("2024-01-01", 1).get("/api/health").status == 200
    shop.close()
    api = create_api(load_config({"WAREHOUSE_URL": shop.warehouse_url, "DATABASE_URL": f"sqlite:///{shop.folder}/a"}))
    client = ApiClient.in_process(api)
    homeless, too_rare = fill(client, "stores/distance"), fill(client, "trends/warning")
    assert (homeless.states, homeless.options) == ("lacking noticed", [])
    assert too_rare.states == "lacking noticed"
    assert too_rare.options
    api.extensions["answers"].warehouse.close()


@pytest.mark.parametrize("card", [card for card in CARDS if card not in OF_ALL_DAYS])
def test_a_refusal_says_what_is_wrong_and_how_to_get_out(client: ApiClient, card: str) -> None:
    parts = fill(client, card, f"?start=soon{CHOSEN.get(card, '')}")
    assert str(parts.states).endswith("noticed")
    assert any("start" in text for text in texts(parts.content))
    assert links(parts.content) == ["?"]


@pytest.mark.parametrize("card", ["orders/trend", "stores/sales", "products/top"])
def test_every_chart_has_a_table(client: ApiClient, card: str) -> None:
    parts = fill(client, card, "?period=all", face="table")
    assert str(parts.states).endswith("as-table")
    assert parts.content is None
    (grid,) = having(tabled(client, CARDS[card], Place("?period=all")), "grid")
    assert grid.rowData
    whole = client.fetch(*CARDS[card].ask(CARDS[card].placed(scene_of(client, "?period=all"))))
    assert [column["field"] for column in grid.columnDefs] == [column.name for column in whole.columns]
    assert len(grid.rowData) == len(whole.rows)


def test_options_are_links_that_keep_the_filters(client: ApiClient) -> None:
    options = fill(client, "orders/trend", "?state=CA").options
    assert links(options) == [f"?state=CA&grain={grain}" for grain in ("day", "week", "month", "quarter", "year")]


def test_only_the_first_card_says_that_the_api_is_away() -> None:
    away = ApiClient.over_http("http://127.0.0.1:9")
    assert "does not answer" in " ".join(texts(fill(away, "kpis").content))
    assert fill(away, "orders/trend") == Filled()

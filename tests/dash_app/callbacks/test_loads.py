"""The page about the data: facts, holdings, loads, rejected rows."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from api import create_api
from api.config import load_config
from dash_app.api_client import ApiClient
from dash_app.callbacks.loads import page
from data.loading.errors import LoadError
from data.loading.load import load
from tests.dash_app.reading import having, links, texts

ORDERS = "order_id,ordered_at\nO1,2024-01-01 10:00\nO2,2024-01-02 11:00\n"
GOOD = "O1,A,1,10\n" + "O2,A,1,0.5\n" * 2_000
BAD = "".join(f"O2,A,0,{n}\n" for n in range(60)) + "O2,A,1,cheap\n" * 3


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiClient]:
    """A shop with one load that lost some rows and a later one that was refused."""
    folder = tmp_path_factory.mktemp("loaded")
    urls = {"WAREHOUSE_URL": f"duckdb:///{folder}/w.duckdb", "DATABASE_URL": f"sqlite:///{folder}/app.sqlite"}
    _load(folder, urls, ORDERS, GOOD + BAD)
    with pytest.raises(LoadError):
        _load(folder, urls, "order_id,ordered_at\nO1,then\n", GOOD)
    api = create_api(load_config(urls))
    yield ApiClient.in_process(api)
    api.extensions["answers"].warehouse.close()


def _load(folder: Path, urls: dict[str, str], orders: str, items: str) -> None:
    (folder / "orders.csv").write_text(orders)
    (folder / "order_items.csv").write_text(f"order_id,sku,quantity,unit_price\n{items}")
    load("canonical", folder, warehouse_url=urls["WAREHOUSE_URL"], database_url=urls["DATABASE_URL"])


def test_it_says_what_is_there_and_what_would_bring_the_rest(loaded: ApiClient) -> None:
    shown = page(loaded, "")
    held, missing = texts(having(shown, "held")), texts(having(shown, "missing"))
    assert held == ["Orders", "Times of day"]
    assert "Orders" not in missing
    launches = missing[missing.index("Launch dates of the products") :]
    assert launches[1:5] == ["Load ", "launched_on of products", "Opens ", "How do products sell since their launch?"]


def test_it_shows_the_load_that_readers_see(loaded: ApiClient) -> None:
    shown = page(loaded, "")
    newest, published = having(shown, "plain-table")[0].children[1].children
    assert (newest.className, published.className) == ("", "chosen")
    assert "refused" in texts(newest)
    assert any("tolerated" in words for words in texts(newest))
    flows = texts(having(shown, "flows"))
    assert flows[flows.index("Order items") + 1 :][:5] == ["2,064", "2,001", "–", "–", "63"]


def test_rules_and_their_rows_are_links_apart(loaded: ApiClient) -> None:
    rules = having(page(loaded, "?state=CA"), "rules")
    assert texts(rules) == [
        "Quantity out of range",
        "order_items",
        "60",
        "Unreadable unit price",
        "order_items",
        "3",
    ]
    _, prices = links(rules)
    assert ("state", "CA") in parse_qsl(prices.removeprefix("?"))
    rows = having(page(loaded, prices), "raw")[0].children[1].children
    assert len(rows) == 3
    assert "cheap" in texts(rows[0])


def test_rows_come_a_page_at_a_time(loaded: ApiClient) -> None:
    seen, link = [], ""
    while True:
        shown = page(loaded, link)
        seen += [texts(row)[0] for row in having(shown, "raw")[0].children[1].children]
        following = [step for step in having(shown, "pager")[0].children[1:] if step.children == "Next"]
        if not following:
            break
        link = following[0].href
    assert seen == [f"{number:,}" for number in range(2_002, 2_062)]
    assert texts(having(shown, "pager"))[0] == "order_items.csv, 51–60 of 60"


@pytest.mark.parametrize(
    "search",
    [
        "?rows.load=none",
        "?rows.page=x",
        "?rows.page=0",
        "?rows.rule=none",
        "?rows.page=99",
        "?rows.page=99999999999999999999",
    ],
)
def test_a_link_that_leads_nowhere_still_shows_the_page(loaded: ApiClient, search: str) -> None:
    assert len(having(page(loaded, search), "sheet")) == 4


def test_a_load_without_rejected_rows_says_so(client: ApiClient) -> None:
    assert "None: every row of this load found its place." in texts(page(client, ""))

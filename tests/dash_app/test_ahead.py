"""Idle time answers what most people will ask."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from werkzeug.test import Client

import app
from api.config import Config, load_config
from api.services.analysis import Analysis
from dash_app.ahead import Ahead
from dash_app.answers import Dataset
from dash_app.api_client import ApiClient
from dash_app.pages import PAGES
from tests.world import Shop

CARDS = [(page.path, card.key) for page in PAGES if page.in_rail for card in page.cards]


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    told = Shop(tmp_path, f"duckdb:///{tmp_path}/shop.duckdb")
    for n in range(20):
        told.sell(f"2024-01-{1 + n:02d}", 10, n, customer=f"C{n % 4}", store=f"S{n % 2}")
    told.get("/api/kpis")
    return told


@pytest.fixture
def config(shop: Shop) -> Config:
    return load_config({"WAREHOUSE_URL": shop.warehouse_url, "DATABASE_URL": f"sqlite:///{shop.folder}/app.sqlite"})


@pytest.fixture
def site(config: Config) -> Ahead:
    return app.build(config)


@pytest.fixture
def client(site: Ahead) -> ApiClient:
    return site.client


def shown(site: Ahead, search: str) -> list[dict[str, Any]]:
    asked = [(f"/cards/{key}", {"search": search, "path": path}) for path, key in CARDS]
    return [Client(site).get(path, query_string=query).get_json() for path, query in asked]


def test_what_was_asked_ahead_is_not_computed_again(site: Ahead, client: ApiClient) -> None:
    assert site.ask(client.dataset()) > 9 * len(CARDS)
    computed: list[str] = []
    run = Analysis.run

    def noted(analysis: Analysis, *args: Any) -> Any:
        computed.append(analysis.name)
        return run(analysis, *args)

    with patch.object(Analysis, "run", noted):
        for search in ("", "?period=30d", "?period=all", "?store=S0"):
            shown(site, search)
            assert computed == [], search
        shown(site, "?start=2024-01-05&end=2024-01-06")
    assert {"kpis", "customers", "stores/sales", "orders"} <= set(computed)


def test_nothing_is_asked_while_somebody_waits(client: ApiClient) -> None:
    held = threading.Event()

    def slow(_environ: dict[str, Any], _start: Callable[..., Any]) -> list[bytes]:
        held.wait(10)
        return [b""]

    site = Ahead(slow, client)
    with patch.object(client, "fetch", wraps=client.fetch) as fetched:
        threading.Thread(target=lambda: site({}, None)).start()
        asking = threading.Thread(target=lambda: site.ask(client.dataset()))
        asking.start()
        time.sleep(0.3)
        fetched.assert_not_called()
        held.set()
        while not fetched.called:
            assert asking.is_alive()
        site.stop()
        asking.join(10)
        assert not asking.is_alive()


def test_a_new_version_ends_it(site: Ahead, client: ApiClient, shop: Shop) -> None:
    dataset = client.dataset()
    shop.sell("2024-03-01", 5)
    shop.get("/api/kpis")
    end = time.monotonic() + 10
    while client.dataset(at_least=dataset.version + 1).version == dataset.version:
        assert time.monotonic() < end
    assert site.ask(dataset) == 0


def test_it_starts_by_itself_where_wanted(config: Config) -> None:
    for wanted, threads in (("off", 0), ("on", 1)):
        site = app.started(replace(config, ASK_AHEAD=wanted))
        assert sum(thread.name == "ahead" for thread in threading.enumerate()) == threads
        site.stop()


def test_it_follows_what_is_published(site: Ahead, client: ApiClient) -> None:
    followed = threading.Event()

    def noted(_site: Ahead, _dataset: Dataset) -> int:
        followed.set()
        return 0

    with patch.object(Ahead, "ask", noted):
        site.start()
        assert followed.wait(10)
        site.stop()

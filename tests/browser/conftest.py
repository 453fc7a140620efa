"""A real browser on a real server over real data."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from werkzeug.serving import make_server

import app
from api.config import load_config
from benchmarks import chromium
from tests.browser.screen import Screen

ORDERS = 20_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try what fails in the browser once more: a machine under load draws maps later than a test can wait."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.flaky(reruns=2))


@dataclass(frozen=True)
class Site:
    """A running Whitespot and where its data lies."""

    url: str
    warehouse_url: str
    database_url: str


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine; its absence is a failure in CI."""
    path = chromium.path()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"needs one of {', '.join(chromium.NAMES)}")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample chain."""
    from data.generating.generate import generate

    folder = tmp_path_factory.mktemp("sample")
    generate(folder, ORDERS, seed=7)
    yield from _served("canonical", folder, tmp_path_factory.mktemp("sample-site"))


@pytest.fixture(scope="session")
def pizza_site(datasets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The published pizza chain with generated orders."""
    from data.generating.generate import generate

    folder = tmp_path_factory.mktemp("pizza")
    generate(folder, ORDERS, seed=7, given=datasets / "pizza_chain")
    yield from _served("canonical", folder, tmp_path_factory.mktemp("pizza-site"))


@pytest.fixture(scope="session")
def olist_site(datasets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The Brazilian marketplace."""
    yield from _served("olist", datasets / "olist_sample", tmp_path_factory.mktemp("olist-site"))


@pytest.fixture(scope="session")
def retail_site(datasets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The gift wholesaler, who knows countries only."""
    yield from _served("online_retail", datasets / "online_retail", tmp_path_factory.mktemp("retail-site"))


def _served(source: str, folder: Path, home: Path) -> Iterator[Site]:
    from data.loading.load import load

    warehouse, database = f"duckdb:///{home}/warehouse.duckdb", f"sqlite:///{home}/app.sqlite"
    load(source, folder, warehouse_url=warehouse, database_url=database)
    settings = load_config({"WAREHOUSE_URL": warehouse, "DATABASE_URL": database})
    server = make_server("127.0.0.1", 0, app.build(settings), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{server.port}", warehouse, database)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[[int, int, str], BrowserContext]:
    """One browser profile per size and theme, so that scripts are read once."""

    @cache
    def context(width: int, height: int, theme: Literal["light", "dark"]) -> BrowserContext:
        return browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)

    return context


@pytest.fixture
def screen(browser: Browser, contexts: Callable[[int, int, str], BrowserContext]) -> Iterator[Callable[..., Screen]]:
    """Open pages; whatever any of them complains about or asks of a foreign host fails the test."""
    opened: list[Screen] = []

    def look(url: str, width: int = 1440, height: int = 1000, theme: str = "light", stranger: bool = False) -> Screen:
        context = browser.new_context() if stranger else contexts(width, height, theme)
        opened.append(Screen.opened(context, url))
        return opened[-1]

    yield look
    for one in opened:
        one.page.evaluate("localStorage.clear()")
        one.page.close()
    assert [complaint for one in opened for complaint in one.complaints] == []

"""Pictures of every page for docs/, of the sample chain: `python -m docs.screenshots`."""

import logging
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

import app
from api.config import load_config
from benchmarks import chromium
from dash_app.api_client import ApiClient
from dash_app.pages import PAGES
from dash_app.pages.page import Page as DashboardPage
from dash_app.paths import MEMBERS, path_of
from data.generating.generate import generate
from data.loading.load import load

PICTURES = Path(__file__).parent / "images"
ORDERS, SEED = 100_000, 1
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
ALBUMS: tuple[tuple[str, Literal["light", "dark"]], ...] = (
    ("desktop", "light"),
    ("desktop", "dark"),
    ("phone", "light"),
)
_STANDS = """() => !document.querySelector('[data-dash-is-loading="true"], [aria-busy="true"]')
  && document.querySelector(".card, .plain-page")
  && [...document.querySelectorAll(".card")].every((card) => /drawn|listed|noticed/.test(card.className))"""

_MAPS = """() => [...document.querySelectorAll(".card-map.drawn .js-plotly-plot")].every((plot) => {
  const map = plot._fullLayout?.map?._subplot?.map;
  return map?.loaded() && map.getStyle().layers.some((layer) => layer.id.startsWith("plotly-trace"));
})"""


def main() -> None:
    """Take all pictures."""
    found = chromium.path()
    if found is None:
        sys.exit(f"Pictures need a browser: one of {', '.join(chromium.NAMES)}.")
    PICTURES.mkdir(exist_ok=True)
    with _site() as (url, paths), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=chromium.FLAGS)
        for size, theme in ALBUMS:
            _album(browser, url, paths, size, theme)


def _album(browser: Browser, url: str, paths: dict[str, str], size: str, theme: Literal["light", "dark"]) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
    page = context.new_page()
    for name, path in paths.items():
        _take(page, url + path, PICTURES / f"{name}-{size}-{theme}.jpg")
    context.close()


def _take(page: Page, url: str, target: Path) -> None:
    """Picture of a page as it first stands in the window."""
    page.goto(url)
    page.wait_for_function(_STANDS, timeout=60_000)
    page.wait_for_function(_MAPS, timeout=60_000, polling=250)
    page.wait_for_timeout(1_500)  # for what fades in
    page.screenshot(path=target, type="jpeg", quality=82)
    sys.stdout.write(f"{target.name}\n")


@contextmanager
def _site() -> Iterator[tuple[str, dict[str, str]]]:
    """Sample chain on a port of its own; URL of it, and path of every page."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as home:
        warehouse = f"duckdb:///{home}/warehouse.duckdb"
        generate(Path(home) / "sample", ORDERS, seed=SEED)
        load("canonical", Path(home) / "sample", warehouse_url=warehouse, database_url=f"sqlite:///{home}/app.sqlite")
        config = load_config({"WAREHOUSE_URL": warehouse, "DATABASE_URL": f"sqlite:///{home}/app.sqlite"})
        server = make_server("127.0.0.1", 0, app.build(config), threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.port}"
        yield url, {page.icon if page.in_rail else page.kind: path for page, path in _paths(ApiClient.over_http(url))}
        server.shutdown()


def _paths(client: ApiClient) -> Iterator[tuple[DashboardPage, str]]:
    for page in PAGES:
        if not page.kind:
            yield page, page.path
            continue
        asked = [("dimension", MEMBERS[page.kind]), ("limit", "1")]
        yield page, path_of(page.kind, client.fetch("members", asked).rows[0]["member"])


if __name__ == "__main__":
    main()

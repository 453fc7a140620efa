"""How fast pages answer in a browser: first paint, and all cards after a change of the filters."""

import logging
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

import app
from api.config import load_config
from benchmarks import chromium
from dash_app.pages import PAGES

CHANGES = (
    *("?period=30d", "?period=365d", "?period=all", "?period=year", "?period=7d"),
    *("?period=90d&state=OH", "?period=365d&state=IL", "?period=all&state=IN", "?period=quarter"),
    *("?period=365d&category=Vegetarian", "?period=90d&channel=delivery", "?period=30d&compare=year"),
)
"""Filters that are chosen one after the other. Named periods are asked ahead in idle time, which is waited for; of the
others no answer is known before."""
_READING_MS = 700
_STANDS = """() => !document.querySelector('[data-dash-is-loading="true"], [aria-busy="true"]')
  && document.querySelectorAll(".card").length > 0
  && [...document.querySelectorAll(".card")].every((card) => /drawn|listed|noticed/.test(card.className))"""
_CHANGE = """async (search) => {
  const began = performance.now();
  const busy = () => document.querySelector('[aria-busy="true"]');
  const quiet = new Promise((resolve) =>
    new MutationObserver((_, watch) => busy() || (watch.disconnect(), resolve()))
      .observe(document.body, { subtree: true, attributeFilter: ["aria-busy"] }));
  dash_clientside.whitespot.go(search);
  if (busy()) await quiet;
  for (const _ of ["made", "on screen"]) await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
_LARGEST = """() => Math.max(0, ...[...document.querySelectorAll(".js-plotly-plot")]
  .map((plot) => JSON.stringify({ data: plot.data, layout: plot.layout }).length))"""


@dataclass(frozen=True)
class Measured:
    """Milliseconds and bytes of a page."""

    name: str
    paint_ms: float
    drawn_ms: float
    change_ms: list[float]
    largest_bytes: int

    @property
    def p95_ms(self) -> float:
        """Change of the filters that 19 of 20 stay below."""
        return statistics.quantiles(self.change_ms, n=20, method="inclusive")[-1]

    @property
    def unforeseen_ms(self) -> float:
        """Median of the changes that nobody has asked ahead."""
        asked = [taken for change, taken in zip(CHANGES, self.change_ms, strict=True) if "&" in change]
        return statistics.median(asked)


def measure_pages(warehouse_url: str) -> list[Measured]:
    """Open every page of the rail and change the filters again and again, with a glance at each outcome."""
    found = chromium.path()
    if found is None:
        return []
    with _served(warehouse_url) as url, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=found, args=chromium.FLAGS).new_page()
        return [_measured(page, url, each.name, each.path) for each in PAGES if each.cards and each.in_rail]


def _measured(page: Page, url: str, name: str, path: str) -> Measured:
    began = time.perf_counter()
    page.goto(url + path)
    page.wait_for_function(_STANDS, timeout=60_000)
    drawn = 1000 * (time.perf_counter() - began)
    paint = page.evaluate(_PAINT)
    changes = [_changed(page, search) for search in CHANGES]
    return Measured(name, paint, drawn, changes, page.evaluate(_LARGEST))


def _changed(page: Page, search: str) -> float:
    """Milliseconds from a choice until every card is drawn anew."""
    page.wait_for_timeout(_READING_MS)
    taken: float = page.evaluate(_CHANGE, search)
    return taken


@contextmanager
def _served(warehouse_url: str) -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    site = app.settled(app.build(load_config({"WAREHOUSE_URL": warehouse_url})))
    begun = time.perf_counter()
    asked = site.ask(site.client.dataset())
    print(f"{asked} cards asked ahead in {time.perf_counter() - begun:.1f} s")
    server = make_server("127.0.0.1", 0, site, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


def table_of_pages(measured: list[Measured]) -> str:
    """Print-ready table."""
    lines = [
        f"{'page':<20}{'first paint ms':>16}{'all cards ms':>14}{'filter p50':>12}{'filter p95':>12}"
        f"{'unforeseen p50':>16}{'largest KB':>12}"
    ]
    lines += [
        f"{m.name:<20}{m.paint_ms:>16.0f}{m.drawn_ms:>14.0f}{statistics.median(m.change_ms):>12.0f}"
        f"{m.p95_ms:>12.0f}{m.unforeseen_ms:>16.0f}{m.largest_bytes / 1000:>12.0f}"
        for m in measured
    ]
    return "\n".join(lines)

"""A page as somebody sees it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, cast
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Page

_SECONDS = 60.0
_SETTLED = """() => {
  if (document.querySelector('[data-dash-is-loading="true"], [aria-busy="true"]')) return false;
  const cards = [...document.querySelectorAll(".card")];
  return cards.length > 0 && cards.every((card) => /drawn|listed|noticed|as-table/.test(card.className));
}"""
_MAP = """() => {
  const plot = document.querySelector(".card-map.drawn .js-plotly-plot");
  const map = plot?._fullLayout?.map?._subplot?.map;
  if (!map?.loaded() || !map.getLayersOrder().some((id) => id.startsWith("plotly-trace"))) return false;
  const { width, height } = map.getCanvas();
  const picture = new OffscreenCanvas(width, height).getContext("2d");
  map.redraw();
  picture.drawImage(map.getCanvas(), 0, 0);
  const pixels = new Uint32Array(picture.getImageData(0, 0, width, height).data.buffer);
  picture.fillStyle = map.getPaintProperty("land", "fill-color");
  picture.fillRect(0, 0, 1, 1);
  const land = new Uint32Array(picture.getImageData(0, 0, 1, 1).data.buffer)[0];
  return pixels.filter((pixel) => pixel === land).length > 0.05 * pixels.length;
}"""
_PIXEL = """([longitude, latitude]) => {
  const plot = document.querySelector(".card-map .js-plotly-plot");
  const point = plot._fullLayout.map._subplot.map.project([longitude, latitude]);
  const box = plot.getBoundingClientRect();
  return [box.x + point.x, box.y + point.y];
}"""


@dataclass
class Screen:
    """One tab, what it complained about, and ways to use it."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def opened(cls, context: BrowserContext, url: str) -> Self:
        """Open a URL in a new tab."""
        screen = cls(context.new_page(), url)
        screen._listen()
        screen.page.goto(url)
        screen.settle()
        return screen

    def _listen(self) -> None:
        ours = (f"http://{urlsplit(self.url).netloc}/", "data:", "blob:")
        page, complain = self.page, self.complaints.append
        page.on("console", lambda m: complain(f"console: {m.text}") if m.type == "error" else None)
        page.on("pageerror", lambda error: complain(f"exception: {error}"))
        page.on("request", lambda r: None if r.url.startswith(ours) else complain(f"foreign: {r.url}"))
        page.on("response", lambda r: complain(f"{r.status}: {r.url}") if r.status >= 400 else None)

    def until(self, condition: Callable[[], Any], what: str) -> None:
        """Wait for something."""
        end = time.monotonic() + _SECONDS
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what} at {self.page.url}"
            self.page.wait_for_timeout(100)

    def settle(self) -> None:
        """Wait until every card has said something."""
        self.page.wait_for_timeout(250)
        self.until(lambda: self.page.evaluate(_SETTLED), "the cards")

    def map_drawn(self) -> None:
        """Wait until the map shows its layers, on land."""
        self.until(lambda: self.page.evaluate(_MAP), "the map")

    def query(self) -> dict[str, list[str]]:
        """What the URL says."""
        return parse_qs(urlsplit(self.page.url).query)

    def go(self, action: Callable[[], Any], **expected: list[str]) -> None:
        """Do something that changes the URL to this query, and wait for the cards."""
        action()
        self.until(lambda: self.query() == expected, f"the query {expected}")
        self.settle()

    def kpi(self, name: str) -> str:
        """A figure as shown in full on hover."""
        tile = self.page.locator(".kpi", has=self.page.locator("dt", has_text=name)).first
        return tile.locator(".kpi-value").get_attribute("title") or ""

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Point at a place of the map, and return its pixel."""
        self.page.locator(".card-map").first.scroll_into_view_if_needed()
        x, y = self.page.evaluate(_PIXEL, [longitude, latitude])
        self.page.mouse.move(x - 4, y - 4)
        self.page.mouse.move(x, y, steps=4)
        self.page.wait_for_timeout(400)
        return x, y

    def click_map(self, longitude: float, latitude: float) -> None:
        """Click a place of the map."""
        self.page.mouse.click(*self.point(longitude, latitude))

    def traces(self, *names: str) -> list[dict[str, Any]]:
        """Some properties of every trace of the map."""
        picked = "t => Object.fromEntries(names.map(n => [n, t[n]]))"
        plot = 'document.querySelector(".card-map .js-plotly-plot")'
        return cast(list[dict[str, Any]], self.page.evaluate(f"(names) => {plot}.data.map({picked})", list(names)))

    def cells(self) -> dict[str, Any]:
        """What the cells of the map say when pointed at; nothing where there are none."""
        plot = 'document.querySelector(".card-map .js-plotly-plot")'
        return cast(dict[str, Any], self.page.evaluate(f"{plot}.layout.meta.tips ?? {{}}"))

    def api(self, path: str) -> Any:
        """Ask the API of the same site."""
        with urlopen(f"http://{urlsplit(self.url).netloc}{path}", timeout=30) as answer:
            return json.load(answer)

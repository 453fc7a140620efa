"""The workbench, used as a planner uses it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]

PLOT = 'document.querySelector(".area-bench-map .js-plotly-plot")'
SHOWN = f"(({{ center, zoom }}) => [center.lon, center.lat, zoom])({PLOT}.layout.map)"
LIT = "[...document.querySelectorAll('.bar.lit')].map((row) => row.getAttribute('href'))"


def said(page: Screen, selector: str) -> str:
    """What stands there, empty where nothing does."""
    return str(page.page.evaluate("(name) => document.querySelector(name)?.innerText || ''", selector))


_CROWDED = """() => {
  const { map } = document.querySelector(".area-bench-map .js-plotly-plot")._fullLayout.map._subplot;
  const shown = (id) => id.startsWith("plotly-trace") && map.getLayoutProperty(id, "visibility") !== "none";
  const numbers = map.getLayersOrder().filter((id) => shown(id) && map.getLayer(id).type === "symbol");
  if (!numbers.length) return ["no numbers"];
  return numbers.filter((id) => !map.getLayoutProperty(id, "text-allow-overlap"));
}"""
"""Layers of numbers of which some give way to others."""


def test_sliders_move_the_sites(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/geography")
    before = said(page, ".area-bench-sites")
    slider = page.page.locator(".area-bench-map .slider input").first
    depth = page.page.evaluate("history.length")
    slider.focus()
    for _ in range(6):
        page.page.keyboard.press("ArrowRight")
    page.until(lambda: page.query() == {"workbench.radius_km": ["16"]}, "the radius")
    page.until(lambda: said(page, ".area-bench-sites") != before, "other sites")
    page.settle()
    assert page.page.evaluate("history.length") <= depth + 2, "a drag is no flood of history"
    asked = "/api/geo/potential_locations?start=2025-10-03&end=2025-12-31&count=5&radius_km=16"
    sites = page.api(asked)
    gains = [f"+{row['gained_customers']:,}" for row in sites["rows"]]
    assert page.page.locator(".area-bench-sites .bar-figure").all_inner_texts() == gains
    page.page.click(".area-bench-map .segments >> text=Revenue")
    page.until(lambda: "$" in said(page, ".area-bench-sites .bar-figure"), "revenue")


def test_every_site_has_its_number_from_the_first_picture_on(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/geography")
    assert shown.page.evaluate(_CROWDED) == []
    shown.page.evaluate("dash_clientside.whitespot.go('?period=365d')")
    shown.settle()
    assert shown.page.evaluate(_CROWDED) == []


def test_a_pin_shows_what_a_store_there_changes(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/geography?period=all")
    page.map_drawn()
    assert "Drop a pin" in page.page.inner_text(".area-bench-pin")
    page.page.click("[data-do=pin]")
    page.page.keyboard.press("Escape")
    assert page.page.locator("[data-pinning]").count() == 0
    page.page.click("[data-do=pin]")
    page.page.mouse.click(*place_of(page, -83.0, 39.99))
    page.until(lambda: "workbench.pin" in page.query(), "the pin")
    page.settle()
    latitude, longitude = page.query()["workbench.pin"][0].split(",")
    assert [float(latitude), float(longitude)] == pytest.approx([39.99, -83.0], abs=0.05)
    change = page.api(f"/api/geo/site?latitude={latitude}&longitude={longitude}&radius_km=10")
    losing = [row["name"] for row in change["rows"] if row["effect"] == "taken"]
    assert page.page.locator(".area-bench-pin .bar-title").all_inner_texts() == losing
    assert losing
    page.go(lambda: page.page.click(".pinning a"), period=["all"])
    page.page.click("[data-do=pin]")
    page.page.keyboard.press("Enter")
    page.until(lambda: "workbench.pin" in page.query(), "a pin in the middle of the map")


def test_lists_and_map_light_each_other_up(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/geography")
    page.map_drawn()
    row = page.page.locator(".area-bench-sites .bar").first
    row.hover()
    page.until(lambda: page.page.locator(".area-bench-map .map-ring").count() == 1, "the ring")
    longitude, latitude = map(float, (row.get_attribute("data-place") or "").split(","))
    ring = page.page.locator(".area-bench-map .map-ring").bounding_box()
    x, y = place_of(page, longitude, latitude)
    assert ring
    assert [ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2] == pytest.approx([x, y], abs=2)
    page.page.mouse.move(x - 6, y)
    page.page.mouse.move(x, y, steps=4)
    page.until(lambda: row.get_attribute("href") in page.page.evaluate(LIT), "the row")
    page.page.mouse.click(x, y)
    page.until(lambda: page.query().get("workbench.pin") == [f"{latitude:.5f},{longitude:.5f}"], "the pin on the site")
    page.settle()
    assert row.get_attribute("aria-current") == "true"


def place_of(page: Screen, longitude: float, latitude: float) -> tuple[float, float]:
    """Where a place of the workbench's map is on the screen."""
    project = f"{PLOT}._fullLayout.map._subplot.map.project([{longitude}, {latitude}])"
    box = f"{PLOT}.getBoundingClientRect()"
    x, y = page.page.evaluate(f"[{box}.x + {project}.x, {box}.y + {project}.y]")
    return float(x), float(y)


def test_a_link_shows_the_same_part_of_the_map(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/geography?period=all")
    page.map_drawn()
    assert page.query() == {"period": ["all"]}
    depth, wide = page.page.evaluate("history.length"), page.page.evaluate(SHOWN)
    for _ in range(2):
        page.page.click(".area-bench-map [data-do=plus]")
        page.page.wait_for_timeout(400)
    page.until(lambda: "workbench.view" in page.query(), "the view")
    page.settle()
    assert page.page.evaluate("history.length") == depth
    shown = page.page.evaluate(SHOWN)
    assert shown[2] == pytest.approx(wide[2] + 2, abs=0.05)
    other = screen(page.page.url, stranger=True)
    other.map_drawn()
    assert other.page.evaluate(SHOWN) == pytest.approx(shown, abs=0.01)
    page.page.click(".area-bench-map .segments >> text=Revenue")
    page.until(lambda: "workbench.weight" in page.query(), "revenue")
    page.settle()
    assert page.page.evaluate(SHOWN) == pytest.approx(shown, abs=0.01)
    assert "workbench.view" in page.query()
    page.page.click(".area-bench-map [data-do=fit]")
    page.until(lambda: "workbench.view" not in page.query(), "the whole map")


@pytest.mark.datasets
def test_without_places_it_says_what_is_missing(screen: Look, retail_site: Site, olist_site: Site) -> None:
    page = screen(f"{retail_site.url}/geography?period=all")
    assert "no coordinates" in page.page.inner_text(".area-bench-map .notice")
    assert not page.page.locator("[data-do=pin]").is_visible()
    brazil: Any = screen(f"{olist_site.url}/geography?period=all")
    brazil.map_drawn()
    assert "no coordinates of stores to visit" in brazil.page.inner_text(".area-bench-map .legend")

"""The first page, used as people use it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import h3
import pytest
from axe_playwright_python.sync_playwright import Axe

from dash_app.components.numbers import exact
from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]

FILTERS = (
    ("state", "ohi", "OH"),
    ("city", "cleve", "Cleveland"),
    ("store", "S015", "S015"),
    ("category", "veg", "Vegetarian"),
    ("channel", "deli", "delivery"),
    ("sku", "P02L", "P02L"),
)
LAST_90_DAYS = "start=2025-10-03&end=2025-12-31"


def revenue_of(screen: Screen, query: str) -> str:
    """Revenue as the API knows it, written as the tile does."""
    rows = {row["name"]: row for row in screen.api(f"/api/kpis?{query}")["rows"]}
    return exact(rows["revenue"]["value"], "money", "USD")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 1000), (390, 844)])
def test_everything_is_there(screen: Look, sample_site: Site, width: int, height: int, theme: str) -> None:
    page = screen(sample_site.url, width, height, theme)
    page.map_drawn()
    assert page.kpi("Revenue") == revenue_of(page, LAST_90_DAYS)
    assert page.page.locator(".kpi").count() == 9
    assert page.page.locator(".area-ranking .bar").count() == len(
        page.api(f"/api/stores/places?{LAST_90_DAYS}")["rows"]
    )
    assert page.page.locator(".area-products .bar").count() == 20
    assert page.page.locator(".area-time .js-plotly-plot .bars path").count() > 10
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "Data up to 31 Dec 2025" in page.page.locator("#footer").inner_text()
    assert page.page.locator(":root").get_attribute("data-theme") == theme


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_keeps_people_out(screen: Look, sample_site: Site, theme: str) -> None:
    page = screen(f"{sample_site.url}/?state=OH", theme=theme)
    page.page.click(".area-time [title^='Show as']", force=True)
    page.page.locator(".ag-row").first.wait_for()
    for menu in ("", "#period-menu", "#filters-menu", ".area-ranking .popover", ".headline .popover"):
        if menu:
            page.page.locator(menu).first.evaluate("menu => menu.open = true")
            page.page.wait_for_timeout(400)
        found = Axe().run(page.page).response["violations"]
        serious = [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
        assert serious == [], menu


def test_periods_narrow_everything(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.page.click("#period-menu summary")
    page.go(lambda: page.page.click("#periods >> text=Last 30 days"), period=["30d"])
    assert page.kpi("Revenue") == revenue_of(page, "start=2025-12-02&end=2025-12-31")
    page.page.click("#period-menu summary")
    page.page.fill("#day-start", "2025-03-01")
    page.page.fill("#day-end", "2025-03-31")
    page.go(lambda: page.page.click("#show-days"), start=["2025-03-01"], end=["2025-03-31"])
    assert page.kpi("Revenue") == revenue_of(page, "start=2025-03-01&end=2025-03-31")
    assert page.page.inner_text("#period-name") == "1 – 31 Mar 2025"


def test_every_filter_filters(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    everything = page.kpi("Revenue")
    page.page.click("#filters-menu summary")
    assert page.page.locator(".dimension").all_inner_texts() == [
        "State",
        "City",
        "Store",
        "Category",
        "Channel",
        "Product",
        "Customer",
    ]
    for name, typed, value in FILTERS:
        page.page.click(f".dimension[data-name={name}]")
        page.page.fill("#search", typed)
        option = page.page.locator(f'[id="member-{name}-{value}"]')
        option.wait_for()
        page.go(option.click, **{name: [value]})
        assert page.kpi("Revenue") == revenue_of(page, f"{LAST_90_DAYS}&{name}={value}") != everything
        page.go(lambda: page.page.click(".chip"))
        assert page.kpi("Revenue") == everything
        page.page.click("#filters-menu summary")


def test_drilling_down_the_map_to_a_store_and_back(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.map_drawn()
    page.go(lambda: page.click_map(-82.0, 40.8), state=["OH"])
    page.map_drawn()
    store = biggest_store(page)
    page.go(lambda: page.click_map(store["lon"], store["lat"]), state=["OH"], city=[store["city"]])
    page.map_drawn()
    store = biggest_store(page)
    page.go(lambda: page.click_map(store["lon"], store["lat"]), state=["OH"], city=[store["city"]], store=[store["id"]])
    assert page.kpi("Revenue") == revenue_of(page, f"{LAST_90_DAYS}&store={store['id']}")
    assert page.page.locator("#breadcrumb a").all_inner_texts() == ["All places", "Ohio", store["city"]]
    page.go(lambda: page.page.keyboard.press("Escape"), state=["OH"], city=[store["city"]])
    page.go(lambda: page.page.keyboard.press("Escape"), state=["OH"])
    page.go(lambda: page.page.click("#breadcrumb a"))
    assert page.page.inner_text(".area-ranking h2") == "Which states sell most?"


def biggest_store(page: Screen) -> dict[str, Any]:
    """Where the largest dot of the map lies, and what it stands for."""
    dots = page.traces("lon", "lat")[-1]
    stores = page.api("/api/stores?limit=1000")["rows"]
    row = next(s for s in stores if (s["longitude"], s["latitude"]) == (dots["lon"][0], dots["lat"][0]))
    return {"lon": dots["lon"][0], "lat": dots["lat"][0], "city": row["city"], "id": row["store"]}


def test_the_list_drills_like_the_map(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.go(lambda: page.page.click(".area-ranking >> text=Ohio"), state=["OH"])
    assert page.page.inner_text(".area-ranking h2") == "Which cities sell most?"
    page.go(lambda: page.page.click(".area-ranking .bar >> nth=0"), state=["OH"], city=["Columbus"])
    assert page.page.inner_text(".area-ranking h2") == "Which stores sell most?"


def test_a_link_shows_the_same_to_somebody_else(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.page.click(".area-products .segments >> text=Units")
    page.page.click(".area-time .segments >> text=Month")
    page.page.click(".area-ranking >> text=Illinois")
    expected = {"products-top.by": ["quantity"], "grain": ["month"], "state": ["IL"]}
    page.until(lambda: page.query() == expected, "the query")
    page.settle()
    other = screen(page.page.url, stranger=True)
    assert [other.kpi(name) for name in ("Revenue", "Orders", "Customers")] == [
        page.kpi(name) for name in ("Revenue", "Orders", "Customers")
    ]
    for part in ("h1", ".standfirst", "#breadcrumb", "#chips", ".area-ranking", ".area-products"):
        assert other.page.inner_text(part) == page.page.inner_text(part)
    assert other.page.inner_text(".area-time [aria-current]") == "Month"
    page.page.reload()
    page.settle()
    assert page.page.inner_text("h1") == other.page.inner_text("h1")


def test_undo_and_redo(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    assert page.page.is_disabled("#undo")
    page.go(lambda: page.page.click(".area-ranking >> text=Ohio"), state=["OH"])
    best = page.page.locator(".area-products .bar").first
    sku = parse_qs(urlsplit(best.get_attribute("href") or "").query)["sku"]
    page.go(best.click, state=["OH"], sku=sku)
    page.go(lambda: page.page.click("#undo"), state=["OH"])
    page.go(lambda: page.page.click("#undo"))
    assert page.page.is_disabled("#undo")
    page.go(lambda: page.page.click("#redo"), state=["OH"])
    page.go(page.page.go_back)


def test_exports_hold_what_is_on_screen(screen: Look, sample_site: Site, tmp_path: Path) -> None:
    page = screen(f"{sample_site.url}/?state=OH")
    for area in ("map", "ranking", "time", "products"):
        page.page.locator(f".area-{area}").hover()
        page.page.click(f".area-{area} summary[title=Download]")
        with page.page.expect_download() as download:
            page.page.click(f".area-{area} >> text=CSV file")
        download.value.save_as(tmp_path / f"{area}.csv")
        exported = list(csv.DictReader(io.StringIO((tmp_path / f"{area}.csv").read_text("utf-8-sig"))))
        asked = urlsplit(download.value.url)
        answer = page.api(f"{asked.path}?{asked.query.replace('format=csv', 'format=json')}")
        assert "state=OH" in asked.query
        assert [row["revenue"] for row in exported] == [str(row["revenue"]) for row in answer["rows"]]
        assert list(exported[0]) == [column["name"] for column in answer["columns"]]


def test_every_chart_turns_into_its_table_and_back(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    for area in ("map", "ranking", "time", "products"):
        page.page.locator(f".area-{area}").hover()
        page.page.click(f".area-{area} [title^='Show as']")
        page.page.locator(f".area-{area} .ag-row").first.wait_for()
        page.page.click(f".area-{area} [title^='Show as']")
        page.page.locator(f".area-{area}:not(.as-table)").wait_for()
    page.map_drawn()


def test_zooming_in_refines_the_cells_until_single_customers(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.map_drawn()
    assert resolution(page) == 4
    for clicks, finer in ((1, 5), (2, None)):
        for _ in range(clicks):
            page.page.click(".zoom [data-do=plus]")
            page.page.wait_for_timeout(500)
        page.until(lambda finer=finer: resolution(page) == finer, f"resolution {finer}")  # type: ignore[misc]
    page.page.click(".zoom [data-do=fit]")
    page.until(lambda: resolution(page) == 4, "the coarse cells again")


def resolution(page: Screen) -> int | None:
    """H3 resolution of the cells on the map; None where customers are shown one by one."""
    reach = page.cells().get("reach")
    edges = {round(h3.average_hexagon_edge_length(finer, unit="km"), 3): finer for finer in range(16)}
    return edges[round(reach * 111.195, 3)] if reach else None


def test_the_theme_switches_without_asking_for_data(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.map_drawn()
    asked: list[str] = []
    own = ("/assets/", "blob:")  # the drawing's, the map's
    page.page.on(
        "request", lambda r: None if any(kind in r.url for kind in own) else asked.append(f"{r.url} {r.post_data}")
    )
    ink = 'document.querySelector(".area-time .js-plotly-plot").layout.template.layout.font.color'
    light = page.page.evaluate(ink)
    page.page.click("#switch-theme")
    page.until(lambda: page.page.evaluate(ink) != light, "other colours")
    page.map_drawn()
    assert [body for body in asked if "clock" not in body] == []
    page.page.reload()
    page.settle()
    assert page.page.locator(":root").get_attribute("data-theme") == "dark"


def test_an_empty_selection_offers_a_way_out(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/?state=OH&sku=NONE")
    assert "No sku 'NONE' in this data." in page.page.inner_text(".area-figures")
    page.go(lambda: page.page.click(".area-figures .button"), state=["OH"])
    assert page.kpi("Revenue") == revenue_of(page, f"{LAST_90_DAYS}&state=OH")


def test_a_wrong_link_says_what_is_wrong(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/?start=soon")
    assert "start" in page.page.inner_text(".area-figures .notice")
    page.go(lambda: page.page.click(".area-figures .button"))
    assert page.kpi("Revenue") == revenue_of(page, LAST_90_DAYS)


def test_the_keyboard_reaches_everything(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url)
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.textContent") == "Skip to the figures"
    page.page.focus("#filters-menu summary")
    page.page.keyboard.press("Enter")
    page.until(lambda: page.page.evaluate("document.activeElement.id") == "search", "the search field")
    page.page.keyboard.type("ohi")
    page.page.locator('[id="member-state-OH"]').wait_for()
    page.until(lambda: page.page.locator("#members .choice").count() == 1, "one state")
    page.page.keyboard.press("Tab")
    page.go(lambda: page.page.keyboard.press("Space"), state=["OH"])
    page.until(lambda: page.page.evaluate("document.activeElement.id") == "member-state-OH", "the focus back")
    page.page.keyboard.press("Escape")
    assert page.page.locator("#filters-menu[open]").count() == 0
    page.go(lambda: page.page.keyboard.press("Escape"))


def test_cells_say_whom_they_hold_and_give_way_to_what_can_be_opened(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/customers")
    page.map_drawn()
    cells = page.cells()
    fullest = max(range(len(cells["names"])), key=lambda i: int(cells["names"][i].split()[0].replace(",", "")))
    page.point(cells["lon"][fullest], cells["lat"][fullest])
    assert page.page.inner_text(".map-tip").split("\n") == [cells["names"][fullest], cells["text"][fullest]]
    page.page.mouse.move(5, 5)
    page.until(lambda: not page.page.locator(".map-tip").count(), "no tip away from the map")
    page.page.goto(f"{sample_site.url}/geography")
    page.settle()
    page.map_drawn()
    store = next(row for row in page.api("/api/stores")["rows"] if row["latitude"])
    page.point(store["longitude"], store["latitude"])
    assert page.page.locator(".map-tip").count() == 0

"""What holds for every page: it stands at every size in both themes, complains about nothing, and shuts nobody out."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from dash_app.pages import PAGES
from dash_app.pages.page import Page
from dash_app.paths import path_of
from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]

MEMBERS = {"store": "S015", "product": "P02L", "state": "OH", "customer": "C0000001"}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def path(page: Page) -> str:
    """Where the page is, on some member where it needs one."""
    return path_of(page.kind, MEMBERS[page.kind]) if page.kind else page.path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_stands_and_shuts_nobody_out(screen: Look, sample_site: Site, page: Page) -> None:
    shown = screen(sample_site.url + quote(path(page)))
    for theme in ("light", "dark"):
        if theme == "dark":
            shown.page.click("#switch-theme", force=True)
        for width in (1440, 820, 390):
            shown.page.set_viewport_size({"width": width, "height": 900})
            fits = "document.documentElement.scrollWidth <= innerWidth"
            shown.until(lambda: shown.page.evaluate(fits), f"the page to fit {width} pixels")  # noqa: B023 - used at once
        found = Axe().run(shown.page, options=WCAG).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], theme
    assert shown.page.locator("h1").count() == 1
    failed = shown.page.locator(".notice[role=alert]")
    assert failed.count() == 0, failed.all_inner_texts()


def test_pages_are_a_click_apart_and_keep_the_filters(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/?state=OH&period=30d&products-top.by=quantity")
    for page in PAGES:
        if not page.in_rail:
            continue
        shown.page.click(f".rail a[href^='{page.path}']:not(.brand) >> text={page.name}")
        shown.page.wait_for_url(f"**{page.path}?**")
        assert shown.query() == {"state": ["OH"], "period": ["30d"]}


def test_anything_is_found_by_keyboard(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/?period=30d")
    shown.page.keyboard.press("Control+k")
    shown.page.keyboard.type("columbus")
    shown.page.locator(".hit", has_text="Columbus").first.wait_for()
    shown.go(lambda: shown.page.keyboard.press("Enter"), period=["30d"], city=["Columbus"])
    assert not shown.page.locator("#palette").is_visible()


def test_a_card_fills_the_screen_and_takes_a_logarithmic_scale(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/orders")
    card = shown.page.locator(".card:has([data-do=log])").first
    card.locator("[data-do=expand]").click(force=True)
    assert card.bounding_box() == {"x": 0, "y": 0, "width": 1440, "height": 1000}
    card.locator("[data-do=log]").click(force=True)
    scales = "card => (({ xaxis, yaxis }) => [xaxis.type, yaxis.type])(card.querySelector('.js-plotly-plot').layout)"
    assert "log" in card.evaluate(scales)
    shown.page.keyboard.press("Escape")
    shown.until(lambda: shown.page.locator(".card.full").count() == 0, "the card to step back")


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_chart_leaves_as_a_picture(screen: Look, sample_site: Site, form: str) -> None:
    shown = screen(sample_site.url)
    card = shown.page.locator("[data-card='orders/trend']")
    card.locator("summary[title=Download]").click(force=True)
    with shown.page.expect_download() as waited:
        card.locator(f"[data-form={form}]").click()
    assert waited.value.suggested_filename == f"orders-trend.{form}"
    content = waited.value.path().read_bytes()
    assert content.startswith(b"\x89PNG" if form == "png" else b"<svg")
    assert form == "png" or b"Data up to" in content

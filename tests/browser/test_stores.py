"""Stores and customers, down to a single one, used as people use them."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]


def rows(screen: Screen, url: str) -> list[dict[str, Any]]:
    """Rows of an answer."""
    answered: list[dict[str, Any]] = screen.api(url)["rows"]
    return answered


def test_the_worst_store_of_a_state_against_last_year_is_three_clicks_away(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/stores?state=OH")
    ranking = "[data-card='stores/ranking']"
    shown.go(lambda: shown.page.click(f"{ranking} >> text=A year before"), state=["OH"], compare=["year"])
    falling = {"state": ["OH"], "compare": ["year"], "stores-ranking.sort": ["falling"]}
    shown.go(lambda: shown.page.click(f"{ranking} >> text=Falling"), **falling)
    assert shown.page.inner_text(f"{ranking} h2") == "Which stores lose most?"
    asked = "/api/stores/sales?start=2025-10-03&end=2025-12-31&state=OH&compare=year&sort=falling"
    worst = rows(shown, asked)[0]
    assert worst["name"] in shown.page.inner_text(f"{ranking} .bar >> nth=0")
    shown.page.click(f"{ranking} .bar >> nth=0")
    shown.page.wait_for_url(f"**/store/{worst['store']}?*")
    shown.settle()
    assert shown.query() == {"state": ["OH"], "compare": ["year"]}
    assert shown.page.inner_text("h1") == worst["name"]
    assert shown.kpi("Revenue") == f"${worst['revenue']:,.2f}"


def test_the_map_opens_a_store_and_esc_leads_back(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/stores?period=365d")
    shown.map_drawn()
    dots = shown.traces("lon", "lat", "customdata")[-1]
    shown.click_map(dots["lon"][0], dots["lat"][0])
    shown.page.wait_for_url("**/store/**")
    shown.settle()
    assert urlsplit(shown.page.url).path == dots["customdata"][0][0].partition("?")[0]
    assert shown.query() == {"period": ["365d"]}
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_url("**/stores?**")
    assert shown.query() == {"period": ["365d"]}


def test_two_stores_stand_side_by_side(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/stores?store=S001&store=S015&period=365d")
    names = [row["name"] for row in rows(shown, "/api/stores?store=S001&store=S015")]
    plot = "document.querySelector(\"[data-card='stores/sales_trend'] .js-plotly-plot\")"
    written = shown.page.evaluate(f"{plot}.layout.annotations.map((note) => note.text)")
    assert set(names) <= set(written)
    assert "Mean store" in written


def test_a_customer_is_reached_with_everything_they_bought(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/customers?period=all")
    best = rows(shown, "/api/customers/top?by=revenue&limit=1")[0]
    shown.page.click(f"[data-card='customers/top'] a:text-is('{best['customer']}')")
    shown.page.wait_for_url(f"**/customer/{best['customer']}?period=all")
    shown.settle()
    assert shown.kpi("Revenue") == f"${best['revenue']:,.2f}"
    assert shown.page.locator("[data-card='customer/orders'] tbody tr").count() == min(best["orders"], 100)
    shown.page.click("[data-card='customer/stores'] .bar >> nth=0")
    shown.page.wait_for_url("**/store/**?period=all")


def test_choices_of_the_customers_change_what_is_shown(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/customers")
    for card, choice, expected in (
        ("customers/density", "City", {"customers-density.level": ["city"]}),
        ("customers/top", "Orders", {"customers-top.by": ["orders"]}),
        ("customers/new_and_returning", "Revenue", {"customers-new_and_returning.measure": ["revenue"]}),
    ):
        part = f"[data-card='{card}']"
        before = content(shown, part)
        shown.go(lambda part=part, choice=choice: shown.page.click(f"{part} .segments >> text={choice}"), **expected)  # type: ignore[misc]
        shown.until(lambda part=part, before=before: content(shown, part) != before, f"another {card}")  # type: ignore[misc]
        shown.go(lambda: shown.page.click("#undo"))


def content(shown: Screen, part: str) -> Any:
    """What a card shows."""
    drawn = "card => [card.querySelector('.js-plotly-plot')?.data?.map((trace) => trace.y), card.innerText]"
    return shown.page.locator(part).evaluate(drawn)

"""Orders, products, one product and trends, used as people use them."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from dash_app.components.numbers import exact
from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]
LAST_90_DAYS = "start=2025-10-03&end=2025-12-31"


def said(page: Screen, card: str) -> str:
    """The sentence under the title of a card."""
    return page.page.inner_text(f"[data-card='{card}'] .finding")


def choose(page: Screen, card: str, label: str, **expected: list[str]) -> None:
    """Click a choice of a card."""
    option = page.page.locator(f"[data-card='{card}'] .segments a", has_text=label)
    page.go(option.click, **expected)


def test_when_it_sells_best_is_said_framed_and_follows_the_choice(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/orders?state=OH")
    best = page.api(f"/api/orders/seasonal?{LAST_90_DAYS}&state=OH&by=weekday,hour")["summary"]["strongest"]
    days = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
    assert f"on {days[best['weekday'] - 1]}days, {best['hour']}:00" in said(page, "orders/seasonal")
    assert page.page.locator("[data-card='orders/seasonal'] .shapelayer path").count() == 1
    by = {"orders-seasonal.by": ["month,weekday"]}
    choose(page, "orders/seasonal", "Weekdays by month", state=["OH"], **by)
    assert "days in " in said(page, "orders/seasonal")


def test_best_sellers_in_shares_of_all_and_on_to_the_page_of_one(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/products?state=OH")
    shown = {"products-best.shown": ["share"]}
    choose(page, "products/best", "Share", state=["OH"], **shown)
    (first, *_) = page.api(f"/api/products/top?{LAST_90_DAYS}&state=OH")["rows"]
    best = page.page.locator("[data-card='products/best'] .bar").first
    assert best.locator(".bar-figure").inner_text() == exact(first["share"], "share")
    best.click()
    page.page.wait_for_url(f"**/product/{quote(first['sku'])}?**")
    page.settle()
    assert page.query() == {"state": ["OH"]}
    assert page.kpi("Revenue") == exact(first["revenue"], "money", "USD")
    assert page.page.locator("[data-card='product/cohort'] .scatterlayer .trace").count() > 1
    together = page.page.locator("[data-card='product/together'] td a").first
    if together.count():
        together.click()
        page.until(lambda: quote(first["sku"]) not in page.page.url, "the page of another product")


def test_areas_drill_into_a_category_and_turn_into_a_list(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/products?state=OH")
    areas = page.page.locator("[data-card='products/sales'] .treemaplayer .slice")
    category = page.api(f"/api/products/sales?{LAST_90_DAYS}&state=OH&by=category")["rows"][0]["member"]
    page.go(areas.filter(has_text=category).first.click, state=["OH"], category=[category])
    look = {"products-sales.look": ["list"]}
    choose(page, "products/sales", "List", state=["OH"], category=[category], **look)
    assert "100.0\u202f% so far" in page.page.inner_text("[data-card='products/sales'] .bar-list")


def test_price_and_units_are_put_into_words_and_dots_open_products(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/products")
    found = page.api(f"/api/products/price_sales?{LAST_90_DAYS}")["summary"]
    assert f"{found['n']} products" in said(page, "products/price_sales")
    assert exact(abs(found["spearman"]), "number") in said(page, "products/price_sales")
    dots = page.page.locator("[data-card='products/price_sales'] .points path")
    dots.last.scroll_into_view_if_needed()
    box = dots.last.bounding_box()
    assert box is not None
    page.page.mouse.move(box["x"] - 5, box["y"] - 5)
    page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.page.wait_for_timeout(300)
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.page.wait_for_url("**/product/**")


def test_warnings_say_who_fell_and_open_the_store(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/trends?period=365d")
    answer = page.api("/api/trends/warning?start=2025-01-01&end=2025-12-31")
    warned = [row for row in answer["rows"] if row["severity"] != "none"]
    card = page.page.locator("[data-card='trends/warning']")
    assert f"{len(warned)} of {answer['summary']['tested']} stores fell" in said(page, "trends/warning")
    assert card.locator("tbody tr").count() == len(warned)
    if warned:
        card.locator("td a").first.click()
        page.page.wait_for_url(f"**/store/{warned[0]['member']}?period=365d")
    else:
        assert "No warning" in card.inner_text()


def test_growth_names_what_is_not_complete_and_changes_its_measure(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/trends?start=2025-03-10&end=2025-11-20&grain=month")
    card = page.page.locator("[data-card='trends/growth']")
    days = {"start": ["2025-03-10"], "end": ["2025-11-20"], "grain": ["month"]}
    assert card.locator(".legend li", has_text="Incomplete").count() == 1
    assert "last whole period (October 2025)" in said(page, "trends/growth")
    choose(page, "trends/growth", "Orders", **days, **{"trends-growth.measure": ["orders"]})
    assert said(page, "trends/growth").startswith("Orders in the last whole period")


def test_peaks_by_hour_weekday_and_holiday(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/trends?period=all")
    for label, kind, words in (("Weekdays", "weekday", "average weekday"), ("Holidays", "holiday", "same weekday")):
        choose(page, "trends/peak_times", label, period=["all"], **{"trends-peak_times.kind": [kind]})
        assert words in said(page, "trends/peak_times")

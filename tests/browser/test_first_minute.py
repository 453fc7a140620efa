"""What somebody who never saw Whitespot finds within a minute, by what is written on the screen.

The fourth such question, the worst store of a state, is asked in test_stores.py.
"""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]


def in_ohio(screen: Look, site: Site, page: str) -> Screen:
    """Open a page from the rail and filter it by a state, as one does with a mouse."""
    shown = screen(site.url)
    shown.page.click(f".rail a >> text={page}")
    shown.page.wait_for_url(f"**/{page.lower()}**")
    shown.settle()
    shown.page.click("#filters-menu > summary")
    shown.page.click(".dimension >> text=State")
    shown.page.fill("#search", "ohio")
    shown.go(lambda: shown.page.click("#members >> text=Ohio"), state=["OH"])
    shown.page.keyboard.press("Escape")
    return shown


def test_the_customers_who_buy_most_often_as_csv(screen: Look, sample_site: Site) -> None:
    shown = in_ohio(screen, sample_site, "Customers")
    card = shown.page.locator("[data-card='customers/top']")
    card.locator(".segments >> text=Orders").click()
    shown.until(lambda: shown.query().get("customers-top.by") == ["orders"], "the ranking")
    shown.settle()
    card.locator("summary[title=Download]").click(force=True)
    with shown.page.expect_download() as waited:
        card.locator("text=CSV file").click()
    lines = waited.value.path().read_text().splitlines()
    days = "start=2025-10-03&end=2025-12-31"
    best = shown.api(f"/api/customers/top?{days}&state=OH&by=orders&limit=10")["rows"]
    at = lines[0].split(",").index("customer")
    assert [line.split(",")[at] for line in lines[1:11]] == [row["customer"] for row in best]


def test_the_hour_of_the_week_when_it_sells_best(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/orders")
    said = shown.page.locator("[data-card='orders/seasonal']").inner_text()
    rows = shown.api("/api/orders/seasonal?start=2025-10-03&end=2025-12-31&by=weekday,hour")["rows"]
    best = max(rows, key=lambda row: float(row["index"]))
    assert f"{best['hour']}:00" in said.split("It sells best")[1].split(":", 1)[0] + ":00"


def test_where_the_next_store_should_stand_and_why(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/geography")
    sites = shown.page.locator("[data-card='sites']")
    days = "start=2025-10-03&end=2025-12-31"
    best = shown.api(f"/api/geo/potential_locations?{days}&count=5&radius_km=10")["rows"][0]
    assert best["place"] in sites.locator(".bar").first.inner_text()
    assert "customers within 10" in sites.inner_text()

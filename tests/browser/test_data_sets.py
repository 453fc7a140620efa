"""The first page on data sets that differ in what they know."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.datasets, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]


def test_countries_are_areas_that_open(screen: Look, retail_site: Site) -> None:
    page = screen(retail_site.url)
    page.map_drawn()
    (areas,) = page.traces("type", "locations")
    assert areas["type"] == "choroplethmap"
    assert {"GB", "FR", "DE", "AU"} <= set(areas["locations"])
    page.go(lambda: page.page.click(".area-ranking >> text=France"), country=["France"])
    rows = {row["name"]: row["value"] for row in page.api("/api/kpis?country=France&start=2011-09-11")["rows"]}
    assert page.kpi("Revenue") == f"£{rows['revenue']:,.2f}"


def test_brazil_down_to_a_city(screen: Look, olist_site: Site) -> None:
    page = screen(f"{olist_site.url}/?period=all")
    page.map_drawn()
    assert "BR-SP" in page.traces("locations")[1]["locations"]
    page.go(lambda: page.page.click(".area-ranking >> text=Rio de Janeiro"), period=["all"], state=["RJ"])
    page.map_drawn()
    page.go(
        lambda: page.page.click(".area-ranking .bar >> nth=0"), period=["all"], state=["RJ"], city=["rio de janeiro"]
    )
    assert page.page.locator(".kpi").count() == 7
    assert "no earlier data" in page.page.inner_text(".area-figures")


def test_the_published_pizza_chain(screen: Look, pizza_site: Site) -> None:
    page = screen(pizza_site.url)
    page.map_drawn()
    _, *areas, _, stores = page.traces("locations", "lat")
    assert len(page.cells()["names"]) > 50
    assert len(stores["lat"]) == len([s for s in page.api("/api/stores")["rows"] if s["latitude"]])
    known = [row for row in page.api("/api/stores/places")["rows"] if row["country_code"]]
    assert {place for area in areas for place in area["locations"]} == {f"US-{row['state']}" for row in known}

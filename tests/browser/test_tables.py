"""Tables too long for the browser: rows come as one scrolls, sorted and filtered by the server."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]
CARD = "[data-card='customers/avg_order']"
LAST = "customers/avg_order?limit=100000"


def opened(screen: Look, site: Site) -> tuple[Screen, Locator]:
    """The table of all customers, over the whole screen."""
    shown = screen(f"{site.url}/customers?period=all")
    card = shown.page.locator(CARD)
    card.locator("[title^='Show as']").click(force=True)
    card.locator("[data-do=expand]").click(force=True)
    card.locator(".ag-row").first.wait_for()
    return shown, card


def header(card: Locator, column: str) -> Locator:
    return card.locator(f".ag-header-cell[col-id={column}]")


def test_scrolling_to_the_end_shows_the_last_row(screen: Look, sample_site: Site) -> None:
    shown, card = opened(screen, sample_site)
    rows = shown.api(f"/api/{LAST}")["rows"]
    assert len(rows) > 500
    assert card.locator(".card-rows .list-closing").inner_text() == f"{len(rows):,} rows"
    card.locator(".ag-body-viewport").evaluate("view => view.scrollTo(0, 1e7)")
    card.locator(f".ag-row[row-index='{len(rows) - 1}'] [col-id=customer]", has_text=rows[-1]["customer"]).wait_for()


def test_sorting_by_a_column_shows_the_true_maximum(screen: Look, sample_site: Site) -> None:
    shown, card = opened(screen, sample_site)
    most = max(row["orders"] for row in shown.api(f"/api/{LAST}")["rows"])
    header(card, "orders").locator(".ag-header-cell-text").click()
    header(card, "orders").locator(".ag-header-cell-text").click()
    card.locator(".ag-row[row-index='0'] [col-id=orders]", has_text=str(most)).wait_for()


def test_a_filter_keeps_what_fits_also_under_other_filters_of_the_page(screen: Look, sample_site: Site) -> None:
    shown, card = opened(screen, sample_site)
    header(card, "orders").locator(".ag-header-cell-filter-button").click()
    shown.page.locator(".ag-filter input[type=number]").first.fill("2")

    def told(search: str) -> str:
        rows = shown.api(f"/api/{LAST}{search}")["rows"]
        return f"{sum(row['orders'] >= 2 for row in rows):,} of {len(rows):,} rows"

    said = card.locator(".card-rows .list-closing")
    shown.until(lambda: said.inner_text() == told(""), told(""))
    shown.page.evaluate("dash_clientside.whitespot.go('?period=all&state=OH')")
    shown.until(lambda: said.count() and said.inner_text() == told("&state=OH"), told("&state=OH"))


SHORT = "[data-card='stores/ranking']"
SORTED = """() => {
  const rows = [];
  const table = dash_ag_grid.getApi({ card: "stores/ranking", type: "table" });
  table.forEachNodeAfterFilterAndSort((node) => rows.push(node.data.change));
  return rows;
}"""


@pytest.mark.parametrize("clicks", (1, 2))
def test_absent_values_come_last_in_short_tables_in_either_direction(
    screen: Look, sample_site: Site, clicks: int
) -> None:
    """Stores that opened during the year have nothing to be compared with."""
    shown = screen(f"{sample_site.url}/stores?start=2023-01-01&end=2023-12-31")
    card = shown.page.locator(SHORT)
    card.locator("[title^='Show as']").click(force=True)
    card.locator("[data-do=expand]").click(force=True)
    card.locator(".ag-row").first.wait_for()
    for _ in range(clicks):
        header(card, "change").locator(".ag-header-cell-text").click()
    found = shown.page.evaluate(SORTED)
    known = [value for value in found if value is not None]
    assert None in found
    assert len(known) > 5
    assert found[: len(known)] == sorted(known, reverse=clicks == 2)

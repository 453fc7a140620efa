"""No control without effect: whatever can be chosen on a card changes what the page shows."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from dash_app.pages import PAGES
from dash_app.pages.page import Page
from tests.browser.conftest import Site
from tests.browser.screen import Screen
from tests.browser.test_every_page import path

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]

WITH_CARDS = [page for page in PAGES if page.cards]
IN_RAIL = [page for page in WITH_CARDS if page.in_rail]
_SHOWN = """() => [...document.querySelectorAll(".card")].map((card) => {
  const plot = card.classList.contains("drawn") && card.querySelector(".js-plotly-plot");
  const text = [".content", ".finding", ".card-heading"].map((part) => card.querySelector(part)?.innerText);
  return JSON.stringify([text, plot ? [plot.data, plot.layout.barnorm, plot.layout.shapes] : null]);
}).join()"""
_CHOICES = """() => Object.values(Object.groupBy(
  document.querySelectorAll(".card .segments a:not([aria-current])"), (link) => link.dataset.option
)).map((links) => links.map((link) => link.id))"""


def shown(screen: Screen) -> str:
    """Words and figures of all cards."""
    return str(screen.page.evaluate(_SHOWN))


def everything(page: Page) -> str:
    """Query under which a page has something to show: a customer may have bought nothing for long."""
    return "?period=all" if page.kind == "customer" else "?"


def begin_anew(screen: Screen, page: Page) -> None:
    """Take back what was chosen."""
    screen.page.evaluate("search => dash_clientside.whitespot.go(search)", everything(page))
    screen.settle()


def changes(screen: Screen, action: Callable[[], object], what: str) -> None:
    """Do something that shows on some card."""
    before = shown(screen)
    action()
    screen.until(lambda: shown(screen) != before, f"an effect of {what}")
    screen.settle()


@pytest.mark.parametrize("page", WITH_CARDS, ids=lambda page: page.name)
def test_every_choice_has_an_effect(screen: Look, sample_site: Site, page: Page) -> None:
    seen = screen(sample_site.url + quote(path(page)))
    for choice in seen.page.evaluate(_CHOICES):
        begin_anew(seen, page)
        for value in dict.fromkeys(choice):
            link = seen.page.locator(f'[id="{value}"]').first
            changes(seen, lambda: link.click(force=True), value)  # noqa: B023 - used at once


@pytest.mark.parametrize("page", WITH_CARDS, ids=lambda page: page.name)
def test_every_list_and_slider_has_an_effect(screen: Look, sample_site: Site, page: Page) -> None:
    seen = screen(sample_site.url + quote(path(page)))
    for number in range(seen.page.locator(".card select").count()):
        begin_anew(seen, page)
        select = seen.page.locator(".card select").nth(number)
        other = select.locator("option:not(:checked)").last.get_attribute("value")
        changes(seen, lambda: select.select_option(other), f"{select.get_attribute('data-option')}={other}")  # noqa: B023
    for number in range(seen.page.locator(".card .slider input").count()):
        slider = seen.page.locator(".card .slider input").nth(number)
        changes(seen, lambda: slider.press("End"), f"slider {number}")  # noqa: B023


@pytest.mark.parametrize("page", IN_RAIL, ids=lambda page: page.name)
def test_every_chart_turns_into_a_table_and_back(screen: Look, sample_site: Site, page: Page) -> None:
    seen = screen(sample_site.url + quote(path(page)))
    for card in page.cards:
        shown = seen.page.locator(f"[data-card='{card.key}']")
        turn = shown.locator("[data-do=turn]")
        if "noticed" in (shown.get_attribute("class") or "") or not turn.is_visible():
            continue
        turn.click(force=True)
        shown.locator(".ag-row").first.wait_for()
        turn.click(force=True)
        seen.until(lambda: "as-table" not in (shown.get_attribute("class") or ""), f"{card.key} as it was")  # noqa: B023

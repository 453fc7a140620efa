"""Data, API, Help and receipts, used as people use them."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]


def test_the_data_page_leads_to_the_rejected_rows(screen: Look, olist_site: Site) -> None:
    page = screen(f"{olist_site.url}/data")
    (load,) = page.api("/api/loads")["loads"]
    rejected = page.api(f"/api/loads/{load['load_id']}/rejected?limit=1000")
    assert page.page.locator(".rules a").count() == len(rejected["rules"])
    page.page.locator(".rules a").first.click()
    page.until(lambda: page.query().get("rows.rule") == [rejected["rules"][0]["rule"]], "the rule in the URL")
    assert page.page.locator(".raw tbody tr").count() == min(25, rejected["rules"][0]["stored"])
    assert str(rejected["rows"][0]["record"]) in page.page.inner_text(".raw tbody tr >> nth=0").replace(",", "")
    assert page.page.locator(".missing-name", has_text="Stock counts").count() == 1


def test_help_narrows_while_one_types_and_tells_on_opening(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/help").page
    questions = page.locator(".entry:visible")
    everything = questions.count()
    page.fill("#help-search", "bought together")
    assert questions.all_inner_texts() == ["What is bought together?\norders/basket"]
    page.locator(".entry:visible summary").click()
    page.locator(".entry-foot").wait_for()
    assert page.locator(".entry:visible .words code", has_text="lift").count() == 1
    page.fill("#help-search", "zebra")
    assert questions.count() == 0
    assert page.locator("#questions-none").is_visible()
    page.fill("#help-search", "")
    assert questions.count() == everything > 30


def test_the_api_page_has_commands_of_this_host_and_swagger(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/api-docs").page
    commands = page.locator(".steps code").all_inner_texts()
    assert all(sample_site.url in command for command in commands)
    frame = page.frame_locator(".viewer")
    frame.locator(".opblock").first.wait_for()
    assert frame.locator("html.dark-mode").count() == 0
    page.click("#switch-theme")
    frame.locator("html.dark-mode").wait_for(state="attached")


def test_the_i_of_a_card_shows_how_it_was_computed(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/?state=OH")
    card = page.page.locator(".area-ranking")
    card.locator(".popover > summary").first.press("Enter")
    card.locator(".how > summary").click()
    card.locator(".receipt").wait_for()
    assert "Sold in the state OH" in card.locator(".receipt").inner_text()
    assert "FROM" in card.locator(".receipt code").first.inner_text()
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card.locator(".code .action").first.click()
    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied == card.locator(".receipt code").first.text_content()
    page.page.keyboard.press("Escape")
    page.go(lambda: page.page.click(".chip >> nth=0"))
    card.locator(".popover > summary").first.press("Enter")
    page.until(lambda: "none" in card.locator(".receipt").inner_text(), "the receipt without the filter")


def test_the_headline_has_a_receipt_too(screen: Look, sample_site: Site) -> None:
    page = screen(sample_site.url, 390, 844).page
    page.click(".headline .popover summary")
    page.click(".headline .how > summary")
    page.locator(".headline .receipt").wait_for()
    box = page.locator(".headline .info-panel").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_keys_that_help_names_do_what_it_says(screen: Look, sample_site: Site) -> None:
    page = screen(f"{sample_site.url}/help")
    rows = page.page.locator(".keys dt").all()
    named = [" ".join(row.locator("kbd").all_inner_texts()) for row in rows]
    assert {"Ctrl K", "Esc", "Ctrl Z", "Ctrl Shift Z"} <= set(named)
    page = screen(f"{sample_site.url}/?state=OH")
    press = page.page.keyboard.press
    page.go(lambda: press("Escape"))
    page.go(lambda: press("Control+z"), state=["OH"])
    page.go(lambda: press("Control+Shift+Z"))
    press("Control+k")
    assert page.page.locator("#palette").is_visible()
    press("Escape")
    page.until(lambda: page.page.locator("#palette").is_hidden(), "the palette to close")

"""How cards are filled: the last choice wins, what fails says so, and what somebody holds stays in their hand."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Look = Callable[..., Screen]
SLOWLY = """async (searches) => {
  for (const search of searches) {
    dash_clientside.whitespot.go(search);
    await new Promise((later) => setTimeout(later, 15));
  }
}"""

WATCH_PAINTING = """() => {
  const { map } = document.querySelector(".card-map .js-plotly-plot")._fullLayout.map._subplot;
  const painter = Object.getPrototypeOf(map.painter);
  const render = painter.render;
  window.painted = [];
  painter.render = function (style, ...more) {
    window.painted.push(style.loaded());
    return render.call(this, style, ...more);
  };
}"""


def test_the_last_choice_wins_however_fast_they_come(screen: Look, sample_site: Site) -> None:
    shown = screen(sample_site.url)
    dropped: list[str] = []
    shown.page.on("requestfailed", lambda request: dropped.append(request.url))
    shown.page.evaluate(SLOWLY, [f"?period=all&state={state}" for state in ("OH", "IL", "IN", "KY", "OH", "IL")])
    shown.settle()
    revenue = next(row["value"] for row in shown.api("/api/kpis?state=IL")["rows"] if row["name"] == "revenue")
    assert shown.kpi("Revenue") == f"${revenue:,.2f}"
    assert shown.page.locator("#chips .chip").all_text_contents() == ["State Illinois"]
    assert any("/cards/" in url for url in dropped), "nobody waits for what is no longer wanted"


def test_a_card_without_an_answer_says_so_and_recovers(screen: Look, sample_site: Site) -> None:
    shown = screen(sample_site.url)
    card = shown.page.locator("[data-card='orders/trend']")
    shown.page.route("**/cards/orders/trend*", lambda route: route.abort())
    shown.go(lambda: shown.page.evaluate("dash_clientside.whitespot.go('?state=OH')"), state=["OH"])
    assert "does not answer" in card.inner_text()
    assert card.locator("a", has_text="Try again").is_visible()
    assert all("ERR_FAILED" in complaint for complaint in shown.complaints)
    shown.complaints.clear()
    shown.page.unroute("**/cards/orders/trend*")
    shown.go(lambda: shown.page.evaluate("dash_clientside.whitespot.go('?state=IL')"), state=["IL"])
    assert "drawn" in (card.get_attribute("class") or "")


def test_a_map_is_painted_anew_once_all_of_it_has_come(screen: Look, sample_site: Site) -> None:
    shown = screen(sample_site.url)
    shown.map_drawn()
    shown.page.evaluate(WATCH_PAINTING)
    for search in ("?period=365d", "?state=OH", "?category=Vegetarian"):
        shown.page.evaluate("window.painted = []")
        shown.page.evaluate("search => dash_clientside.whitespot.go(search)", search)
        shown.settle()
        shown.until(lambda: shown.page.evaluate("window.painted.length > 0"), f"a map of {search}")
        assert all(shown.page.evaluate("window.painted")), f"half a map was shown for {search}"
        shown.map_drawn()


def test_a_slider_keeps_the_focus_while_its_card_is_filled_anew(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/geography")
    slider = shown.page.locator(".area-bench-map .slider input").first
    slider.focus()
    before = float(slider.input_value())
    for steps in (1, 2, 3):
        shown.page.keyboard.press("ArrowRight")
        wanted = [f"{before + steps:g}"]
        shown.until(lambda wanted=wanted: shown.query().get("workbench.radius_km") == wanted, str(wanted))  # type: ignore[misc]
        shown.settle()
    assert slider.evaluate("field => field === document.activeElement")
    assert shown.page.locator(".area-bench-map .slider output").first.inner_text() == f"{before + 3:g} km"
    shown.page.keyboard.press("Control+z")
    shown.page.evaluate("dash_clientside.whitespot.go('?')")
    shown.settle()
    shown.page.evaluate("document.activeElement.blur()")
    shown.page.evaluate("dash_clientside.whitespot.go('?period=all')")
    shown.settle()
    assert float(slider.input_value()) == before


def test_an_open_menu_stays_open_and_its_receipt_follows_the_filters(screen: Look, sample_site: Site) -> None:
    shown = screen(sample_site.url)
    menu = shown.page.locator("[data-card='orders/trend'] .popover").first
    menu.locator("summary").first.press("Enter")
    menu.locator(".receipt").wait_for(state="attached")
    shown.page.evaluate("dash_clientside.whitespot.go('?state=OH')")
    shown.until(lambda: "in the state OH" in (menu.locator(".receipt").text_content() or ""), "the filter")
    assert menu.evaluate("menu => menu.open")


def test_a_report_is_printed_in_light_and_the_screen_stays_dark(screen: Look, sample_site: Site) -> None:
    shown = screen(f"{sample_site.url}/trends", theme="dark")
    ink = "document.querySelector('.card-chart .js-plotly-plot').layout.template.layout.font.color"
    dark = shown.page.evaluate(ink)
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown.until(lambda: shown.page.evaluate(ink) != dark, "light ink")
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    shown.until(lambda: shown.page.evaluate(ink) == dark, "dark ink again")
    assert shown.page.evaluate("localStorage.getItem('whitespot-theme')") is None


def test_pages_let_go_of_their_maps(screen: Look, sample_site: Site) -> None:
    shown = screen(sample_site.url)
    shown.map_drawn()
    shown.page.evaluate("window.before = document.querySelector('.card-map .js-plotly-plot')")
    for address in ("/geography", "/stores", "/"):
        shown.page.evaluate("path => dash_clientside.whitespot.go(path)", address)
        shown.page.wait_for_selector(f"[data-path='{address}']")
        shown.settle()
    shown.map_drawn()
    assert shown.page.evaluate("before._fullLayout === undefined && !before.isConnected")

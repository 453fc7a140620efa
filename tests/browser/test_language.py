"""A reader of another language sees that language, in whatever the server and the browser write."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from dash_app import texts
from tests.browser.conftest import Site
from tests.browser.screen import Screen
from tests.dash_app.pseudo import CODE, unsaid, write_pseudo

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SAME = {"Whitespot", "API", "UTC"}
_PARTS = "h1, h2, .card-lead, .card-header .choice, .rail span, .tools button, .actions button, .panel-label, dt, th"
_SAID = """(nodes) => nodes.filter((node) => !node.querySelector("code, input, select"))
  .flatMap((node) => [node.innerText, node.title, node.ariaLabel]).filter(Boolean)"""


@pytest.fixture
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Opens pages for a reader of the made-up language."""
    texts.LANGUAGES[CODE] = texts.read_language(write_pseudo(tmp_path_factory.mktemp("pseudo")))
    context = browser.new_context(locale=CODE)
    yield lambda url: Screen.opened(context, url)
    context.close()
    del texts.LANGUAGES[CODE]


@pytest.fixture
def pseudo(reader: Any, sample_site: Site) -> Any:
    """Pages of the sample chain."""
    return lambda path: reader(sample_site.url + path)


@pytest.mark.parametrize("path", ("/stores?period=all", "/help"))
def test_the_page_speaks_the_language_of_its_reader(pseudo: Any, path: str) -> None:
    shown = pseudo(path)
    said = shown.page.locator(_PARTS).evaluate_all(_SAID)
    assert len(said) > 30
    assert unsaid(said, SAME) == []
    assert shown.page.evaluate("document.documentElement.lang") == CODE
    assert shown.page.title().startswith("⟦")
    assert shown.complaints == []


def test_what_the_browser_says_is_translated_too(pseudo: Any) -> None:
    shown = pseudo("/stores?period=all")
    shown.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })")
    shown.page.click("#copy")
    shown.until(lambda: "⟦Link copied⟧" in (shown.page.text_content("#toast") or ""), "the toast")


@pytest.mark.parametrize(
    ("path", "says"),
    (
        ("/geography?period=all", "⟦This data set has no ⟧⟦coordinates of the customers' homes⟧"),
        ("/stores?start=2011-12-01&end=2011-11-01", "⟦lies before ⟧"),
        ("/stores?start=1999-01-01&end=1999-02-01", "⟦The data covers ⟧1"),
    ),
)
def test_reasons_and_refusals_are_translated(reader: Any, retail_site: Site, path: str, says: str) -> None:
    """The gift wholesaler knows neither homes nor states."""
    shown = reader(retail_site.url + path)
    said = shown.page.locator(".notice p:not(:has(code))").evaluate_all(_SAID)
    assert says in " ".join(shown.page.locator(".notice").all_inner_texts())
    assert len(said) > 3
    assert unsaid(said, {*SAME, "aŭ", "Dec"}) == []

"""Pages: layout only."""

from dash_app.pages.customers import CUSTOMERS
from dash_app.pages.geography import GEOGRAPHY
from dash_app.pages.overview import OVERVIEW
from dash_app.pages.page import Page

PAGES: tuple[Page, ...] = (OVERVIEW, CUSTOMERS, GEOGRAPHY)
"""Every page, in the order of the rail."""


def page_at(path: str | None) -> Page | None:
    """Page that a path leads to."""
    return next((page for page in PAGES if page.at(path)), None)

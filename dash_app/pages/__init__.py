"""Pages: layout only."""

from dash_app.pages.overview import OVERVIEW
from dash_app.pages.page import Page

PAGES: tuple[Page, ...] = (OVERVIEW,)
"""Every page, in the order of the rail."""

"""Pages: layout only."""

from dash_app.pages.api_docs import API_DOCS
from dash_app.pages.customer import CUSTOMER
from dash_app.pages.customers import CUSTOMERS
from dash_app.pages.data import DATA
from dash_app.pages.geography import GEOGRAPHY
from dash_app.pages.help import HELP
from dash_app.pages.orders import ORDERS
from dash_app.pages.overview import OVERVIEW
from dash_app.pages.page import Page
from dash_app.pages.product import PRODUCT
from dash_app.pages.products import PRODUCTS
from dash_app.pages.state import STATE
from dash_app.pages.store import STORE
from dash_app.pages.stores import STORES
from dash_app.pages.trends import TRENDS

PAGES: tuple[Page, ...] = (
    *(OVERVIEW, CUSTOMERS, STORES, PRODUCTS, ORDERS, GEOGRAPHY, TRENDS),
    *(CUSTOMER, STORE, PRODUCT, STATE),
    *(DATA, API_DOCS, HELP),
)
"""Every page, in the order of the rail."""


def page_at(path: str | None) -> Page | None:
    """Page that a path leads to."""
    return next((page for page in PAGES if page.at(path)), None)

"""The dashboard; it reaches data only through its client."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from flask import Flask

from dash_app.api_client import ApiClient
from dash_app.callbacks import register
from dash_app.components.shell import Stop, shell
from dash_app.compression import compress
from dash_app.document import DOCUMENT, Document
from dash_app.pages import PAGES
from dash_app.pages.page import Page
from dash_app.served.routes import serve
from dash_app.server import build_server, protect


def rail_of(pages: Iterable[Page]) -> list[Stop]:
    """Stops of the rail: pages, and the paths of those about one member that belong to them."""
    pages = list(pages)
    below = {
        page.path: " ".join(other.path for other in pages if other.kind and other.back == page.path) for page in pages
    }
    return [Stop(page.path, page.name, page.icon, below[page.path]) for page in pages if page.in_rail]


def create_dashboard(client: ApiClient, notice: str = "") -> Flask:
    """Build the dashboard as a Flask application.

    notice : what every viewer has to know, shown above each page.
    """
    server = build_server(client)
    app = Document(
        "dash_app",
        server=cast(Any, server),  # its annotation knows no Flask
        title="Whitespot",
        update_title="",
        index_string=DOCUMENT,
        assets_ignore=r"^early\.js$",
        assets_folder=str(Path(__file__).parent / "assets"),
        suppress_callback_exceptions=True,
        serve_locally=True,
        add_log_handler=False,
    )
    app.layout = lambda: shell(rail_of(PAGES), notice)
    serve(server, client)
    register(app, client)
    compress(server)
    protect(server, app.csp_hashes())
    return server

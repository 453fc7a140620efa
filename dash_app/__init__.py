"""The dashboard; it reaches data only through its client."""

from pathlib import Path
from typing import Any, cast

from dash import Dash
from flask import Flask

from dash_app.api_client import ApiClient
from dash_app.callbacks import register
from dash_app.components.shell import shell
from dash_app.compression import compress
from dash_app.document import DOCUMENT
from dash_app.pages import PAGES
from dash_app.server import build_server, protect


def create_dashboard(client: ApiClient, notice: str = "") -> Flask:
    """Build the dashboard as a Flask application.

    notice : what every viewer has to know, shown above each page.
    """
    server = build_server(client)
    app = Dash(
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
    app.layout = shell([(page.path, page.name, page.icon) for page in PAGES if page.in_rail], notice)
    register(app, client)
    compress(server)
    protect(server, app.csp_hashes())
    return server

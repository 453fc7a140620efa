"""Callbacks: plumbing between the URL, the client and the drawings; as many as behaviours, not as charts."""

from dash import Dash

from dash_app.api_client import ApiClient
from dash_app.callbacks import help, loads, pages, session, tables


def register(app: Dash, client: ApiClient) -> None:
    """Give the dashboard its behaviours."""
    for behaviour in (pages, tables, loads, help, session):
        behaviour.register(app, client)

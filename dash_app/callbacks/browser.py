"""Callbacks that run in the browser."""

from typing import Any

from dash import ClientsideFunction, Dash


def in_browser(app: Dash, name: str, *wires: Any) -> None:
    """Run the function of this name in `assets/js`."""
    connect: Any = app.clientside_callback  # Dash gives it no types
    connect(ClientsideFunction("whitespot", name), *wires)

"""What colours and signs of a chart mean."""

from typing import NamedTuple

from dash import html
from dash.development.base_component import Component


class Key(NamedTuple):
    """A sign and its meaning; `shape` is cell, dot or hatch."""

    shape: str
    color: str
    meaning: str


def sign(color: str, shape: str = "cell") -> Component:
    """Draw what stands before a meaning or a name."""
    return html.Span(className=f"key key-{shape}", style={"--key": color})


def legend(keys: list[Key], note: str = "") -> Component:
    """List the signs, then what else is to be known."""
    listed = [html.Li([sign(key.color, key.shape), key.meaning]) for key in keys]
    return html.Div([html.Ul(listed), *([html.P(note)] if note else [])], className="legend")

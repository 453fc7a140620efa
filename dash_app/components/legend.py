"""What colours and signs of a chart mean."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component


class Key(NamedTuple):
    """A sign and its meaning; `shape` is cell, dot, mark, dash, diamond, outline or hatch."""

    shape: str
    color: str
    meaning: str


def sign(color: str, shape: str = "cell") -> Component:
    """Draw what stands before a meaning or a name."""
    return html.Span(className=f"key key-{shape}", style={"--key": color})


def legend(keys: list[Key], note: str = "") -> Component:
    """List the signs, then what else is to be known."""
    return legends([keys], note)


def legends(groups: Sequence[Sequence[Key]], note: str = "") -> Component:
    """List groups of signs, each in rows of its own, then what else is to be known."""
    listed = [html.Ul([_meaning(key) for key in keys]) for keys in groups if keys]
    return html.Div([*listed, *([html.P(note)] if note else [])], className="legend")


def _meaning(key: Key) -> Component:
    return html.Li([sign(key.color, key.shape), key.meaning])

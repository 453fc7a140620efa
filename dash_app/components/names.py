"""Names that people can read."""

import re

from dash import html
from dash.development.base_component import Component

_ID = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{24}\b")


def shortened(text: str) -> str:
    """Shorten ids of 32 hexadecimal digits, which some sources have for names, to the first eight."""
    return _ID.sub(r"\1…", text)


def category_name(category: str) -> str:
    """Write a category, which sources spell like a column, as a name: Health beauty."""
    spaced = category.replace("_", " ")
    return spaced[:1].upper() + spaced[1:]


def named(text: str) -> Component | str:
    """Write a text with its ids shortened; the pointer finds them whole."""
    short = shortened(text)
    return text if short == text else html.Span(short, title=text)

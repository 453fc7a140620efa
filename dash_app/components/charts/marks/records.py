"""A short table to read from the top: names lead on, numbers stand in columns."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from dash_app.components.names import named
from dash_app.texts import say


class Head(NamedTuple):
    """A column: its name in English, whether it holds numbers, and whether narrow screens do without it."""

    name: str
    is_number: bool = False
    is_extra: bool = False


class Cell(NamedTuple):
    """What stands in a column, with a line below it, and where it leads."""

    text: str | Component
    link: str = ""
    below: str = ""


def records(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], closing: str = "") -> Component:
    """Lay out the rows."""
    top = html.Tr([html.Th(say(head.name), className=_class(head), scope="col") for head in heads])
    body = [html.Tr([_cell(head, cell) for head, cell in zip(heads, row, strict=True)]) for row in rows]
    said = [html.P(closing, className="list-closing")] if closing else []
    return html.Div([html.Table([html.Thead(top), html.Tbody(body)], className="records"), *said], className="scrolls")


def _class(head: Head) -> str:
    return " ".join([*(["number"] if head.is_number else []), *(["extra"] if head.is_extra else [])])


def _cell(head: Head, cell: Cell) -> Component:
    shown = named(cell.text) if isinstance(cell.text, str) else cell.text
    text = html.A(shown, href=cell.link) if cell.link else shown
    return html.Td([text, *([html.Small(named(cell.below))] if cell.below else [])], className=_class(head))

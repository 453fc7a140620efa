"""An analysis in words, closed to its question and open to all it means."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import ColumnInfo, Explained
from dash_app.components.attributes import data
from dash_app.components.info import paragraphs, prose
from dash_app.texts import say

UNITS = {
    "money": "money",
    "count": "whole number",
    "number": "number",
    "share": "share",
    "change": "change",
    "km": "km",
    "degree": "degrees",
    "day": "day",
    "moment": "date and time",
    "text": "text",
    "word": "word",
    "flag": "yes or no",
}


def entry(explained: Explained) -> Component:
    """Lay out an analysis by its question; what it means comes when it is opened."""
    name = explained.name
    title = [html.Span(say(explained.title), className="entry-title"), html.Code(name, className="entry-name")]
    summary = html.Summary(title, id={"type": "entry", "name": name})
    body = html.Div(id={"type": "entry-body", "name": name}, className="entry-body")
    told = [explained.title, *paragraphs(explained.explanation), *(c.description for c in explained.columns)]
    words = " ".join([name, *map(say, told), *(c.name for c in explained.columns)])
    return html.Details([summary, body], className="entry", **data(words=f"{words} {words.replace('_', ' ')}".lower()))


def entry_body(explained: Explained, needs: list[str], shared: frozenset[str]) -> list[Component]:
    """Explain an analysis.

    needs : what the data has to hold for it, in words.
    shared : parameters that every analysis takes.
    """
    own = [(name, words) for name, words in explained.parameters if name not in shared]
    return [
        *prose(explained.explanation),
        _columns(explained.columns),
        *([_parameters(own)] if own else []),
        html.P(_footnote(explained, needs), className="entry-foot"),
    ]


def _columns(columns: tuple[ColumnInfo, ...]) -> Component:
    head = html.Tr([html.Th(name, scope="col") for name in (say("Column"), say("Unit"), say("Meaning"))])
    rows = [
        html.Tr([html.Th(html.Code(c.name), scope="row"), html.Td(say(UNITS[c.unit])), html.Td(say(c.description))])
        for c in columns
    ]
    grid = html.Table([html.Thead(head), html.Tbody(rows)], className="plain-table words")
    return html.Div(grid, className="scrolls", tabIndex="0")


def _parameters(own: list[tuple[str, str]]) -> Component:
    terms = [html.Div([html.Dt(html.Code(name)), html.Dd(say(words))]) for name, words in own]
    return html.Div([html.H4(say("Parameters beside the filters")), html.Dl(terms, className="terms")])


def _footnote(explained: Explained, needs: list[str]) -> list[Component | str]:
    link = html.A(explained.url, href=explained.url, target="_blank", className="link", **data(leave=""))
    needed = say("Needs {what}.", what=", ".join(map(say, needs))) if needs else ""
    asked = say("Asked at")
    return [f"{needed} " if needed else "", f"{asked} ", link]

"""The "i" that explains a figure: what it is and what its numbers mean."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import ColumnInfo, Explained
from dash_app.components.attributes import aria
from dash_app.components.icons import icon


def info(explained: Explained) -> Component:
    """Explain an analysis in the words of its declaration."""
    return popover(f"About: {explained.title}", explained.explanation, explained.columns)


def popover(label: str, text: str, columns: tuple[ColumnInfo, ...]) -> Component:
    """Text and a list of terms that open from an "i"."""
    terms = [html.Div([html.Dt(words(column.name)), html.Dd(column.description)]) for column in columns]
    said = [*(html.P(part) for part in text.split("\n\n")), html.Dl(terms)]
    panel = html.Div(said, className="panel info-panel", tabIndex="0", role="region", **aria(label=label))
    summary = html.Summary(icon("info"), className="action", title="What is this?", **aria(label=label))
    return html.Details([summary, panel], className="popover")


def words(name: str) -> str:
    """Name of a column as a phrase."""
    return name.replace("_", " ").capitalize()

"""The "i" that explains a figure: what it is and what its numbers mean."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import ColumnInfo, Explained
from dash_app.components.attributes import aria, data
from dash_app.components.icons import icon
from dash_app.texts import say


def info(explained: Explained) -> Component:
    """Explain an analysis in the words of its declaration."""
    return popover(say("About: {question}", question=say(explained.title)), explained.explanation, explained.columns)


def popover(label: str, text: str, columns: tuple[ColumnInfo, ...]) -> Component:
    """Text, a list of terms, and how the answer of the card was computed; they open from an "i"."""
    terms = [html.Div([html.Dt(words(column.name)), html.Dd(say(column.description))]) for column in columns]
    told = [*prose(text), _computed(), html.Dl(terms)]
    summary = html.Summary(icon("info"), className="action", title=say("What is this?"), **aria(label=label))
    named = aria(label=label)
    panel = html.Div(told, className="panel info-panel sheet", tabIndex="0", role="region", **named)
    return html.Details([summary, panel], className="popover", **data(explains=""))


def _computed() -> Component:
    """Place of the receipt, which is fetched when the "i" is opened."""
    summary = html.Summary([say("How this was computed"), icon("down")])
    return html.Details([summary, html.Div(className="how-body", **data(part="receipt"))], className="how")


def prose(text: str) -> list[Component]:
    """Write the paragraphs of a text; what stands between backticks is a name of the API."""
    return [html.P(with_names(say(paragraph))) for paragraph in paragraphs(text)]


def paragraphs(text: str) -> list[str]:
    """Cut a text into its paragraphs."""
    return text.split("\n\n")


def with_names(paragraph: str) -> list[Component | str]:
    """Write a text with the names of the API in it as such."""
    return [html.Code(piece) if n % 2 else piece for n, piece in enumerate(paragraph.split("`"))]


def words(name: str) -> str:
    """Name of a column as its reader says it."""
    return say(phrase(name))


def phrase(name: str) -> str:
    """Name of a column as a phrase."""
    return name.replace("_", " ").capitalize()

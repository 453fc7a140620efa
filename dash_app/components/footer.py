"""How fresh the numbers are, and where they come from."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Dataset
from dash_app.components import numbers
from dash_app.texts import say, say_n


def footer(dataset: Dataset) -> list[Component]:
    """Say up to which day the data goes, its version and when it was loaded."""
    said = [
        html.Span(dataset.title, className="footer-title"),
        *([html.Span(say("Data up to {day}", day=numbers.day(dataset.as_of)))] if dataset.as_of else []),
        html.Span(say("Version {version}, loaded {ago}", version=str(dataset.version), ago=ago(dataset.age_seconds))),
        html.Span(say("Amounts in {currency}", currency=dataset.currency)),
    ]
    return [*said, html.A(say("Where it comes from"), href="/data", className="footer-link")]


def ago(seconds: int) -> str:
    """Say how long ago something was."""
    if seconds >= 86_400:
        return say_n("{n} day ago", "{n} days ago", seconds // 86_400)
    if seconds >= 3_600:
        return say_n("{n} hour ago", "{n} hours ago", seconds // 3_600)
    if seconds >= 60:
        return say_n("{n} minute ago", "{n} minutes ago", seconds // 60)
    return say("just now")

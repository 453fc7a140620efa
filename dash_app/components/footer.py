"""How fresh the numbers are, and where they come from."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Dataset
from dash_app.components import numbers


def footer(dataset: Dataset) -> list[Component]:
    """Say up to which day the data goes, its version and when it was loaded."""
    said = [
        html.Span(dataset.title, className="footer-title"),
        *([html.Span(f"Data up to {numbers.day(dataset.as_of)}")] if dataset.as_of else []),
        html.Span(f"Version {dataset.version}, loaded {ago(dataset.age_seconds)}"),
        html.Span(f"Amounts in {dataset.currency}"),
    ]
    return [*said, html.A("Where it comes from", href="/data", className="footer-link")]


def ago(seconds: int) -> str:
    """Say how long ago something was."""
    for length, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= length:
            number = seconds // length
            return f"{number} {name}{'' if number == 1 else 's'} ago"
    return "just now"

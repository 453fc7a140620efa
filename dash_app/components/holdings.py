"""What a data set holds, and what it would take to hold the rest."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Dataset, Explained, Holding
from dash_app.components.heading import section
from dash_app.components.icons import icon

_MOST_QUESTIONS = 3


def holdings(dataset: Dataset, catalogue: dict[str, Explained]) -> Component:
    """List what is there, and for all else the files and columns it comes from and the questions it would answer."""
    held = [holding for holding in dataset.holdings if holding.held]
    there = html.Ul([html.Li([icon("check"), _first_up(holding.words)]) for holding in held], className="held")
    missing = [(holding, _opened_by(holding, catalogue)) for holding in dataset.holdings if not holding.held]
    most_first = sorted(missing, key=lambda pair: -len(pair[1]))
    rest = [
        html.H3("Not in this data, and what would bring it"),
        html.Ul([_missing(holding, questions) for holding, questions in most_first], className="missing"),
    ]
    lead = f"{len(held)} of {len(dataset.holdings)} kinds of facts; a question that needs another says so."
    return section("What does this data hold?", lead, there, *(rest if missing else []))


def _opened_by(holding: Holding, catalogue: dict[str, Explained]) -> list[str]:
    """Questions that cannot be answered without it."""
    return [explained.title for explained in catalogue.values() if holding.name in explained.requires]


def _missing(holding: Holding, questions: list[str]) -> Component:
    shown = [html.Em(title) for title in questions[:_MOST_QUESTIONS]]
    more = [f" and {len(questions) - _MOST_QUESTIONS} more"] if len(questions) > _MOST_QUESTIONS else []
    opens = [html.P(["Opens ", *_apart(shown), *more])] if questions else []
    source = html.P(["Load ", html.Span(holding.comes_from, className="from")])
    return html.Li([html.P(_first_up(holding.words), className="missing-name"), source, *opens])


def _apart(parts: list[html.Em]) -> list[html.Em | str]:
    return [piece for part in parts for piece in (" · ", part)][1:]


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]

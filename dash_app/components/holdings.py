"""What a data set holds, and what it would take to hold the rest."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Dataset, Explained, Holding
from dash_app.components.heading import section
from dash_app.components.icons import icon
from dash_app.texts import say, say_n

_MOST_QUESTIONS = 3


def holdings(dataset: Dataset, catalogue: dict[str, Explained]) -> Component:
    """List what is there, and for all else the files and columns it comes from and the questions it would answer."""
    held = [holding for holding in dataset.holdings if holding.held]
    there = html.Ul([html.Li([icon("check"), _first_up(say(holding.words))]) for holding in held], className="held")
    missing = [(holding, _opened_by(holding, catalogue)) for holding in dataset.holdings if not holding.held]
    most_first = sorted(missing, key=lambda pair: -len(pair[1]))
    rest = [
        html.H3(say("Not in this data, and what would bring it")),
        html.Ul([_missing(holding, questions) for holding, questions in most_first], className="missing"),
    ]
    counts = {"held": str(len(held)), "all": str(len(dataset.holdings))}
    lead = say("{held} of {all} kinds of facts; a question that needs another says so.", **counts)
    return section(say("What does this data hold?"), lead, there, *(rest if missing else []))


def _opened_by(holding: Holding, catalogue: dict[str, Explained]) -> list[str]:
    """Questions that cannot be answered without it."""
    return [say(explained.title) for explained in catalogue.values() if holding.name in explained.requires]


def _missing(holding: Holding, questions: list[str]) -> Component:
    shown = [html.Em(title) for title in questions[:_MOST_QUESTIONS]]
    rest = len(questions) - _MOST_QUESTIONS
    load, opens, more = say("Load"), say("Opens"), say_n("and {n} more", "and {n} more", rest)
    source = html.P([f"{load} ", html.Span(say(holding.comes_from), className="from")])
    opened = html.P([f"{opens} ", *_apart(shown), *([f" {more}"] if rest > 0 else [])])
    name = html.P(_first_up(say(holding.words)), className="missing-name")
    return html.Li([name, source, *([opened] if questions else [])])


def _apart(parts: list[html.Em]) -> list[html.Em | str]:
    return [piece for part in parts for piece in (" · ", part)][1:]


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]

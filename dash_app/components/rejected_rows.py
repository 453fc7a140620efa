"""Rows that a load turned away, rule by rule, as they were read."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.components import numbers
from dash_app.components.attributes import aria
from dash_app.components.heading import section
from dash_app.components.info import phrase
from dash_app.texts import say

ROWS = 25
"""Rows of one page."""


def rejected_rows(rules: list[dict[str, Any]], chosen: dict[str, Any] | None, rows: Component | None) -> Component:
    """Offer the rules that were broken and show rows of the chosen one.

    rules : table, rule, rows, stored, and `link`, where a click leads.
    """
    title = say("Which rows were rejected?")
    if not rules:
        return section(title, "", html.P(say("None: every row of this load found its place.")))
    links = [_rule(rule, rule is chosen) for rule in rules]
    picked = html.Div(links, className="rules", role="group", **aria(label=say("Rule")))
    lead = say("Each row broke one rule; here are the first thousand of each, as they were read.")
    return section(title, lead, picked, *([rows] if rows else []), wide=True)


def _rule(rule: dict[str, Any], is_chosen: bool) -> Component:
    name = [html.Span(phrase(rule["rule"])), html.Span(rule["table"], className="rule-table")]
    count = html.Span(numbers.exact(rule["rows"], "count"), className="rule-count")
    return html.A([*name, count], href=rule["link"], **(aria(current=True) if is_chosen else {}))


def rows_table(rule: dict[str, Any], rows: list[dict[str, Any]], first: int, links: tuple[str, str]) -> Component:
    """Show one page of rows; links : the pages before and after, empty where there is none."""
    if not rows:
        gone = say("The rows of this load are not kept: only the last loads have them.")
        return html.P(say("There are no rows this far.") if rule["stored"] else gone, className="pager")
    files = {row["file"] for row in rows}
    names = list(dict.fromkeys(name for row in rows for name in row["content"]))
    around = (say("File"), say("Record")) if len(files) > 1 else (say("Record"),)
    head = html.Tr([html.Th(name, scope="col") for name in (*around, *names)])
    body = [html.Tr([html.Td(cell) for cell in _cells(row, names)[-len(names) - len(around) :]]) for row in rows]
    grid = html.Table([html.Thead(head), html.Tbody(body)], className="plain-table raw")
    pager = _pager(rule, (first, len(rows)), files.pop() if len(files) == 1 else "", links)
    return html.Div([html.Div(grid, className="scrolls", tabIndex="0"), pager], className="flush")


def _cells(row: dict[str, Any], names: list[str]) -> list[str]:
    values = [row["content"].get(name) for name in names]
    return [row["file"], numbers.exact(row["record"], "count"), *("" if v is None else str(v) for v in values)]


def _pager(rule: dict[str, Any], shown: tuple[int, int], file: str, links: tuple[str, str]) -> Component:
    first, many = shown
    start, end, of = (numbers.exact(number, "count") for number in (first + 1, first + many, rule["stored"]))
    said = say("{start}–{end} of {of}", start=start, end=end, of=of)
    if rule["stored"] < rule["rows"]:
        said = say("{rows} kept to look at, {all} in all", rows=said, all=numbers.count(rule["rows"]))
    said = f"{file}, {said}" if file else said
    steps = [
        html.A(name, href=link, className="button")
        for name, link in zip((say("Previous"), say("Next")), links, strict=True)
        if link
    ]
    return html.Div([html.Span(said), *steps], className="pager")

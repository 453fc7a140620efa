"""The receipt of an answer, on screen."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.components import numbers
from dash_app.components.attributes import data
from dash_app.components.code import code
from dash_app.texts import say, say_n
from dash_app.wording import worded

ENGINES = {"duckdb": "DuckDB", "sqlite": "SQLite", "postgresql": "PostgreSQL", "clickhousedb": "ClickHouse"}
"""Engines of the warehouse by the name of their dialect."""


def receipts(bodies: list[dict[str, Any]]) -> Component:
    """Show a receipt; several one below the other, each under its question."""
    if len(bodies) == 1:
        return receipt(bodies[0])
    shown = [
        part for body in bodies for part in (html.H3(say(body["title"]), className="receipt-title"), receipt(body))
    ]
    return html.Div(shown)


def receipt(body: dict[str, Any]) -> Component:
    """Say how an answer was computed: filters, parameters, rows, time, version, and the SQL to copy."""
    facts = [html.Div([html.Dt(name), html.Dd(words)]) for name, words in _facts(body) if words]
    remarks = [html.P(worded(remark, body["texts"]), className="receipt-remark") for remark in body["remarks"]]
    statements = [
        part
        for number, statement in enumerate(body["statements"], 1)
        for part in _statement(number, len(body["statements"]), statement)
    ]
    money = [html.P(worded(body["money"], body["texts"]), className="receipt-note")] if statements else []
    return html.Div([html.Dl(facts), *remarks, *statements, *money, _again(body["url"])], className="receipt")


def _facts(body: dict[str, Any]) -> list[tuple[str, Any]]:
    """Names and words; those without words are left out."""
    computed = {"moment": moment(body["answered_at"]), "time": _milliseconds(body), "engine": ENGINES[body["engine"]]}
    source, version = body["source"].replace("_", " "), str(body["version"])
    loaded = {"version": version, "source": source, "moment": moment(body["loaded_at"])}
    return [
        (say("Filters"), [html.Div(worded(words, body["texts"])) for words in body["filters"]] or say("none")),
        (say("Period"), worded(body["period"], body["texts"])),
        (say("Parameters"), ", ".join(f"{p['name']} {_value(p['value'])}" for p in body["parameters"])),
        (say("Rows"), numbers.exact(body["rows_answered"], "count")),
        (say("Computed"), say("{moment}, in {time} by {engine}", **computed)),
        (say("Data"), say("version {version} of {source}, loaded {moment}", **loaded)),
    ]


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return numbers.exact(value, "flag")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _statement(number: int, of: int, statement: dict[str, Any]) -> list[Component]:
    name = "SQL" if of == 1 else say("SQL {number} of {all}", number=str(number), all=str(of))
    rows, time = statement["rows_returned"], _milliseconds(statement)
    returned = say_n("returned {n} row in {time}", "returned {n} rows in {time}", rows, time=time)
    said = html.P([html.Strong(name), f" {returned}"], className="receipt-sql")
    return [said, code(statement["sql"], name, say("Copy {what}", what=name))]


def _milliseconds(timed: dict[str, Any]) -> str:
    """Write a time; the first digit after the point only where it says something."""
    value = timed["milliseconds"]
    return f"{numbers.exact(round(value), 'count') if value >= 10 else value}{numbers.THIN}ms"


def _again(url: str) -> Component:
    joint = "&" if "?" in url else "?"
    link = html.A(
        say("Answer and receipt as JSON"),
        href=f"{url}{joint}receipt=true",
        target="_blank",
        className="link",
        **data(leave=""),
    )
    return html.P(link, className="receipt-note")


def moment(text: str) -> str:
    """Write a moment: 21 Nov 2026, 14:05 UTC."""
    return f"{numbers.exact(text, 'moment')} UTC"

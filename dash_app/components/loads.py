"""The ledger of loads: when, how they ended, where their rows went."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.components import numbers
from dash_app.components.attributes import aria
from dash_app.components.heading import section
from dash_app.components.icons import icon
from dash_app.components.info import phrase
from dash_app.components.receipt import moment
from dash_app.texts import marked, say

FATES = ("kept", "repaired", "returned", "rejected")
_HEADS = (
    *(marked("Started"), marked("Source"), marked("Ended"), marked("Version"), marked("Took"), marked("Rows")),
    *(marked("Rejected"), marked("New orders"), marked("Changed orders")),
)
_STATUSES = {
    "running": marked("running"),
    "published": marked("published"),
    "unchanged": marked("unchanged"),
    "refused": marked("refused"),
    "failed": marked("failed"),
}
_MESSAGES = (marked("nothing new"), marked("The load died before it could say how it ended."))
"""What every load may end with; what is wrong with a delivery is said as the loader wrote it."""
Load = dict[str, Any]


def ledger(loads: list[Load], shown: Load, links: dict[str, str]) -> Component:
    """List the loads, newest first; links : where a click on a load leads, by its id."""
    head = html.Thead(html.Tr([html.Th(say(name), scope="col", className=_align(n)) for n, name in enumerate(_HEADS)]))
    body = html.Tbody([_entry(load, load is shown, links[load["load_id"]]) for load in loads])
    return section(
        say("What was loaded when?"),
        say("Every load, also those that were refused or failed; a click shows where its rows went."),
        html.Div(html.Table([head, body], className="plain-table"), className="scrolls", tabIndex="0"),
        wide=True,
    )


def _align(position: int) -> str:
    return "" if position <= _HEADS.index("Ended") else "right"


def _entry(load: Load, is_shown: bool, link: str) -> Component:
    started = html.A(moment(load["started_at"]), href=link, **(aria(current=True) if is_shown else {}))
    orders = load["orders"]
    figures = (rows_of(load, "rows"), rows_of(load, "rejected"), orders["new"], orders["changed"])
    told = [html.Span(say(_STATUSES[load["status"]]), className=f"status status-{load['status']}")]
    if load["message"]:
        told.append(html.Span(say(load["message"]), className="status-message"))
    cells = [
        html.Td(started),
        html.Td(load["source"]),
        html.Td(told),
        html.Td("–" if load["version"] is None else str(load["version"]), className="right"),
        html.Td(took(load["seconds"]), className="right"),
        *(html.Td(numbers.exact(figure, "count"), className="right") for figure in figures),
    ]
    return html.Tr(cells, className="chosen" if is_shown else "")


def rows_of(load: Load, fate: str) -> int:
    """Rows of all files that met a fate; `rows` is all that were read."""
    return sum(file[fate] for file in load["files"])


def where_rows_went(load: Load) -> Component:
    """Show what became of the rows of a load, per table, and whether its totals agree."""
    names = (say("Table"), say("Rows in"), *(say(phrase(fate)) for fate in FATES))
    head = html.Tr([html.Th(name, scope="col", className="right" if n else "") for n, name in enumerate(names)])
    body = [_table(table) for table in load["tables"]]
    title = say("Where did the rows of {moment} go?", moment=moment(load["started_at"]))
    table = html.Table([html.Thead(head), html.Tbody(body)], className="plain-table flows")
    return section(
        title,
        say("Rows in = kept + repaired + returned + rejected; repaired rows are kept with one value put right."),
        html.Div(table, className="scrolls", tabIndex="0"),
        *_totals(load),
        wide=True,
    )


def _table(table: dict[str, Any]) -> Component:
    parts = [html.Span(className=f"flow flow-{fate}", style={"flexGrow": table[fate]}) for fate in FATES if table[fate]]
    name = html.Th([phrase(table["table"]), html.Span(parts, className="flow-bar", **aria(hidden=True))], scope="row")
    figures = (_figure(table[fate], fate) for fate in ("rows", *FATES))
    return html.Tr([name, *figures])


def _figure(rows: int, fate: str) -> Component:
    if not rows:
        return html.Td("–", className="right")
    return html.Td(numbers.exact(rows, "count"), className=f"right is-{fate}")


def _totals(load: Load) -> list[Component]:
    if not load["control_totals"]:
        return []
    lines = [html.Li(_total(total), className="" if total["agrees"] else "differs") for total in load["control_totals"]]
    return [html.H3(say("Control totals: the files against what was loaded")), html.Ul(lines, className="totals")]


def _total(total: dict[str, Any]) -> list[Component]:
    figures = {"expected": _written(total["expected"]), "found": _written(total["found"])}
    differs = say("{expected} in the files, loaded {found}", **figures)
    said = say("{expected} in the files, agrees", expected=figures["expected"]) if total["agrees"] else differs
    return [
        icon("check" if total["agrees"] else "alert"),
        html.Span(total["name"], className="total-name"),
        html.Span(said),
    ]


def _written(figure: str) -> str:
    whole, point, rest = figure.partition(".")
    return f"{numbers.exact(int(whole), 'count')}{point}{rest}" if whole.lstrip("-").isdigit() else figure


def took(seconds: float | None) -> str:
    """Write a duration."""
    if seconds is None:
        return "–"
    return f"{seconds:.1f}{numbers.THIN}s" if seconds < 60 else f"{seconds / 60:.1f}{numbers.THIN}min"

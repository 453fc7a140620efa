"""The page about the data follows the version, and the load and rule chosen in the URL."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from dash import MATCH, Dash, Input, Output
from dash.development.base_component import Component

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.facts import facts
from dash_app.components.heading import heading
from dash_app.components.holdings import holdings
from dash_app.components.loads import Load, ledger, where_rows_went
from dash_app.components.notice import failed, no_data
from dash_app.components.rejected_rows import ROWS, rejected_rows, rows_table
from dash_app.texts import say

Rule = dict[str, Any]
_DIGITS = 6
LIVE: dict[str, Any] = {"type": "live", "page": MATCH}


def register(app: Dash, client: ApiClient) -> None:
    """Fill the page."""

    @app.callback(Output(LIVE, "children"), Input("url", "search"), Input("version", "data"))
    def fill(search: str | None, version: int | None) -> Any:
        try:
            return page(client, search, version)
        except ApiError as error:
            return no_data(error) if error.code == "no_data" else failed(error)


def page(client: ApiClient, search: str | None, version: int | None = None) -> list[Component]:
    """Lay out facts, holdings, ledger, and the load chosen; at first the one that readers see."""
    dataset, loads = client.dataset(at_least=version or 0), client.loads()
    chosen = dict(parse_qsl((search or "").removeprefix("?")))
    published = _found(loads, dataset.load_id)
    shown = _found(loads, chosen.get("rows.load", "")) or published or next(iter(loads), None)
    top = [
        heading(dataset.title, say("What this data holds, how fresh it is, and where every row went on its way in.")),
        facts(dataset, published),
        holdings(dataset, client.catalogue()),
    ]
    if shown is None:
        return top
    links = {load["load_id"]: _link(search, load["load_id"]) for load in loads}
    return [
        *top,
        ledger(loads, shown, links),
        where_rows_went(shown),
        _rejected(client, search, chosen, shown["load_id"]),
    ]


def _rejected(client: ApiClient, search: str | None, chosen: dict[str, str], load_id: str) -> Component:
    """Offer the rules a load's rows broke and show the rows of one: the rule in the URL, else the first."""
    broken = client.rejected(load_id, [("limit", "1")])["rules"]
    rules = [{**rule, "link": _link(search, load_id, rule)} for rule in broken]
    wanted = (chosen.get("rows.table"), chosen.get("rows.rule"))
    named = (rule for rule in rules if (rule["table"], rule["rule"]) == wanted)
    rule = next(named, next(iter(rules), None))
    return rejected_rows(rules, rule, _rows(client, search, chosen, load_id, rule) if rule else None)


def _rows(client: ApiClient, search: str | None, chosen: dict[str, str], load_id: str, rule: Rule) -> Component:
    """Show the page of rows in the URL, else the first."""
    given = chosen.get("rows.page", "")
    number = max(1, int(given[:_DIGITS])) if given.isdecimal() else 1
    first = (number - 1) * ROWS
    asked = {"table": rule["table"], "rule": rule["rule"], "limit": str(ROWS), "offset": str(first)}
    rows = client.rejected(load_id, asked.items())["rows"]
    before = _link(search, load_id, rule, number - 1) if number > 1 else ""
    after = _link(search, load_id, rule, number + 1) if first + ROWS < rule["stored"] else ""
    return rows_table(rule, rows, first, (before, after))


def _found(loads: list[Load], load_id: str) -> Load | None:
    return next((load for load in loads if load["load_id"] == load_id), None)


def _link(search: str | None, load_id: str, rule: Rule | None = None, number: int = 1) -> str:
    """Query that shows this load and rule; the filters of the other pages stay in it."""
    kept = [pair for pair in parse_qsl((search or "").removeprefix("?")) if not pair[0].startswith("rows.")]
    named = [("rows.table", rule["table"]), ("rows.rule", rule["rule"])] if rule else []
    paged = [("rows.page", str(number))] if number > 1 else []
    return "?" + urlencode([*kept, ("rows.load", load_id), *named, *paged])

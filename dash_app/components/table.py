"""The table behind a chart: every row and column of the answer."""

from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from dash_app.answers import ColumnInfo, Result
from dash_app.components.card import part
from dash_app.components.info import words
from dash_app.components.numbers import count, exact
from dash_app.components.table_rows import IN_PERCENT, OF_NUMBERS, OF_TEXT, Slice, is_number, readable, written
from dash_app.texts import say, say_n

_MOST_AT_ONCE = 500
_BLOCK = 100


def table(result: Result, card: str) -> Component:
    """Show the answer as a table to sort and filter; above 500 rows the server does so, and brings rows as needed.

    What a viewer sorts and filters by stays when the filters of the page change.
    """
    more = _in_blocks() if len(result.rows) > _MOST_AT_ONCE else _at_once(result)
    grid = dag.AgGrid(
        id=part("table", card),
        columnDefs=[_column(column) | _room(column, result) for column in result.columns],
        defaultColDef={"sortable": True, "resizable": True, "minWidth": 96, "cellDataType": False},
        columnSize="autoSize",
        className="grid",
        style={"height": "100%"},
        persistence=card,
        persisted_props=["filterModel", "columnState"],
        persistence_type="memory",
        **more,
    )
    told = html.P(told_rows(result, len(result.rows)), id=part("told", card), className="list-closing", role="status")
    return html.Div([grid, told], className="table")


def block(result: Result, asked: Slice) -> dict[str, Any]:
    """Write rows that the table has asked for."""
    return {"rowData": [_row(row, result) for row in asked.rows], "rowCount": asked.fitting}


def told_rows(result: Result, shown: int) -> str:
    """Say how many rows there are."""
    every = say_n("{n} row", "{n} rows", len(result.rows))
    said = say("{shown} of {rows}", shown=count(shown), rows=every) if shown < len(result.rows) else every
    return say("{rows}; the answer has more", rows=said) if result.summary.get("truncated") else said


def _options(**more: Any) -> dict[str, Any]:
    theme = {"function": "whitespotTable(themeQuartz)"}
    return {"theme": theme, "suppressCellFocus": False, "localeText": _words(), **more}


def _words() -> dict[str, str]:
    """Words of the filters, by the names that AG Grid gives them."""
    return {
        "contains": say("Contains"),
        "notContains": say("Does not contain"),
        "startsWith": say("Begins with"),
        "equals": say("Equals"),
        "greaterThanOrEqual": say("At least"),
        "lessThanOrEqual": say("At most"),
        "inRange": say("Between"),
        "inRangeStart": say("From"),
        "inRangeEnd": say("To"),
        "blank": say("Empty"),
        "notBlank": say("Not empty"),
        "filterOoo": say("Filter …"),
        "resetFilter": say("Reset"),
        "noRowsToShow": say("Nothing fits"),
        "noMatchingRows": say("Nothing fits"),
    }


def _at_once(result: Result) -> dict[str, Any]:
    rows = [_row(row, result) for row in readable(result)]
    return {"rowData": rows, "dashGridOptions": _options()}


def _in_blocks() -> dict[str, Any]:
    """Rows by request, one block after the other: the grid remembers no more than one request."""
    options = _options(cacheBlockSize=_BLOCK, maxBlocksInCache=20, maxConcurrentDatasourceRequests=1)
    return {"rowModelType": "infinite", "dashGridOptions": options}


def _column(column: ColumnInfo) -> dict[str, Any]:
    shown = {
        "headerName": words(column.name),
        "field": column.name,
        "headerTooltip": say(column.description),
        "comparator": {"function": "whitespotCompared"},
        **_filter(column),
    }
    if is_number(column):
        shown["type"] = "rightAligned"
    return shown | ({"valueFormatter": {"function": "whitespotWritten(params)"}} if written(column) else {})


def _room(column: ColumnInfo, result: Result) -> dict[str, int]:
    """Pixels for the texts of a column: rows that are brought later come after the grid has measured."""
    if written(column):
        return {}
    longest = max((len(str(row[column.name] or "")) for row in result.rows[:_BLOCK]), default=0)
    return {"minWidth": min(max(96, longest * 8 + 32), 320)}


def _filter(column: ColumnInfo) -> dict[str, Any]:
    """How a column is filtered: numbers by size, shares in percent; all else by what stands there."""
    named, tests = ("agNumberColumnFilter", OF_NUMBERS) if is_number(column) else ("agTextColumnFilter", OF_TEXT)
    params = {"filterOptions": list(tests), "maxNumConditions": 1, "inRangeInclusive": True, "buttons": ["reset"]}
    offered: dict[str, Any] = {"filter": named, "filterParams": params}
    if column.unit in IN_PERCENT:
        return offered | {"filterValueGetter": {"function": "whitespotPercent(params)"}}
    if written(column) and not is_number(column):
        return offered | {"filterValueGetter": {"function": "whitespotWritten(params)"}}
    return offered


def _row(row: dict[str, Any], result: Result) -> dict[str, Any]:
    """Add values as people read them to those that are sorted by."""
    columns = [column for column in result.columns if written(column)]
    return row | {f"written {c.name}": exact(row[c.name], c.unit, result.currency) for c in columns}

"""The table behind a chart: every row and column of the answer."""

from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from dash_app.answers import ColumnInfo, Result
from dash_app.components import numbers
from dash_app.components.info import words
from dash_app.components.numbers import exact
from dash_app.texts import say

_NUMBERS = ("money", "count", "number", "share", "change", "km", "degree")
_WRITTEN = (*_NUMBERS, "flag")
_MOST_ROWS = 2_000


def table(result: Result) -> Component:
    """Show the answer as a sortable table; above 2,000 rows the export has the rest."""
    grid = dag.AgGrid(
        columnDefs=[_column(column) for column in result.columns],
        rowData=[_row(row, result) for row in result.rows[:_MOST_ROWS]],
        defaultColDef={"sortable": True, "resizable": True, "minWidth": 96},
        columnSize="autoSize",
        dashGridOptions={"theme": {"function": "whitespotTable(themeQuartz)"}, "suppressCellFocus": False},
        className="grid",
        style={"height": "100%"},
    )
    if len(result.rows) <= _MOST_ROWS:
        return html.Div(grid, className="table")
    counts = {"shown": numbers.count(_MOST_ROWS), "all": numbers.count(len(result.rows))}
    shown = say("The first {shown} of {all} rows; the download has all.", **counts)
    return html.Div([grid, html.P(shown, className="list-closing")], className="table")


def _column(column: ColumnInfo) -> dict[str, Any]:
    shown = {"headerName": words(column.name), "field": column.name, "headerTooltip": say(column.description)}
    if column.unit in _NUMBERS:
        shown["type"] = "rightAligned"
    if column.unit not in _WRITTEN:
        return shown
    written = {"function": f"params.data[{_written(column.name)!r}]"}
    return shown | {"valueFormatter": written, "cellDataType": False}


def _written(name: str) -> str:
    """Field that holds a value as people read it, beside the value it is sorted by."""
    return f"written {name}"


def _row(row: dict[str, Any], result: Result) -> dict[str, Any]:
    columns = [column for column in result.columns if column.unit in _WRITTEN]
    return row | {_written(c.name): exact(row[c.name], c.unit, result.currency) for c in columns}

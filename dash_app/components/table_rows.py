"""Rows of a long table as its reader wants them: filtered, sorted, some at a time."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dash_app.answers import ColumnInfo, Result
from dash_app.components.numbers import exact
from dash_app.texts import say

IN_PERCENT = ("share", "change")
"""Units of numbers that are read and looked for in percent."""
_NUMBERS = ("money", "count", "number", *IN_PERCENT, "km", "degree")
_ABSENT = (None, "")
_WRITTEN = (*_NUMBERS, "flag")

OF_TEXT: dict[str, Callable[[str, Mapping[str, Any]], bool]] = {
    "contains": lambda text, wanted: _lower(wanted["filter"]) in text,
    "notContains": lambda text, wanted: _lower(wanted["filter"]) not in text,
    "equals": lambda text, wanted: text == _lower(wanted["filter"]),
    "startsWith": lambda text, wanted: text.startswith(_lower(wanted["filter"])),
    "blank": lambda text, _: not text,
    "notBlank": lambda text, _: bool(text),
}
"""Tests of text by their name in the models of AG Grid, the first where none has been chosen; capitals do not count."""

OF_NUMBERS: dict[str, Callable[[float | None, Mapping[str, Any]], bool]] = {
    "greaterThanOrEqual": lambda number, wanted: number is not None and number >= wanted["filter"],
    "lessThanOrEqual": lambda number, wanted: number is not None and number <= wanted["filter"],
    "inRange": lambda number, wanted: number is not None and wanted["filter"] <= number <= wanted["filterTo"],
    "equals": lambda number, wanted: number is not None and number == wanted["filter"],
    "blank": lambda number, _: number is None,
    "notBlank": lambda number, _: number is not None,
}
"""Tests of numbers, both ends of a range belonging to it."""


class Slice(NamedTuple):
    """Some rows, and how many there are to scroll through."""

    rows: list[dict[str, Any]]
    fitting: int


def asked_rows(result: Result, request: Mapping[str, Any]) -> Slice:
    """Filter and sort an answer as a request of AG Grid wants it, and cut out the rows from `startRow` to `endRow`.

    Columns that the answer does not have are passed over: a card may ask another question under other filters.
    """
    columns = {column.name: column for column in result.columns}
    rows = readable(result)
    for name, wanted in request["filterModel"].items():
        if name in columns:
            rows = [row for row in rows if _fits(row[name], columns[name], wanted)]
    for order in reversed(request["sortModel"]):
        if order["colId"] in columns:
            rows = _sorted(rows, order["colId"], falling=order["sort"] == "desc")
    return Slice(rows[request["startRow"] : request["endRow"]], len(rows))


def readable(result: Result) -> list[dict[str, Any]]:
    """Rows of an answer with the words of Whitespot as their reader says them, who sorts and filters by these."""
    words = [column.name for column in result.columns if column.unit == "word"]
    return [row | {name: say(row[name] or "") for name in words} for row in result.rows] if words else result.rows


def is_number(column: ColumnInfo) -> bool:
    """Whether the values of a column are numbers."""
    return column.unit in _NUMBERS


def written(column: ColumnInfo) -> bool:
    """Whether people read something else than the value that is sorted by."""
    return column.unit in _WRITTEN


def _fits(value: Any, column: ColumnInfo, wanted: Mapping[str, Any]) -> bool:
    if not is_number(column):
        return OF_TEXT[wanted["type"]](_lower(exact(value, column.unit) if written(column) else value), wanted)
    in_percent = column.unit in IN_PERCENT and value is not None
    return OF_NUMBERS[wanted["type"]](round(value * 100, 4) if in_percent else value, wanted)


def _lower(text: Any) -> str:
    return "" if text is None else str(text).casefold()


def _sorted(rows: list[dict[str, Any]], column: str, *, falling: bool) -> list[dict[str, Any]]:
    """Sort by a column, absent values last whatever the direction, as `whitespotCompared` does in the browser."""
    known = [row for row in rows if row[column] not in _ABSENT]
    known.sort(key=lambda row: _lower(row[column]) if isinstance(row[column], str) else row[column], reverse=falling)
    return [*known, *(row for row in rows if row[column] in _ABSENT)]

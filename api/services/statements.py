"""Statements as they ran, for the receipt of an answer."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Select


@dataclass(frozen=True)
class Statement:
    """One statement of a question: its text, the rows it returned, how long it took."""

    sql: str
    rows: int
    milliseconds: float


def statement(query: Select[Any], dialect: Dialect, rows: int, seconds: float) -> Statement:
    """Note a query that has run."""
    return Statement(written(query, dialect), rows, round(seconds * 1000, 1))


def written(query: Select[Any] | ColumnElement[Any], dialect: Dialect) -> str:
    """Write a query in the SQL of an engine, its values as literals, so that it can be run by hand."""
    text = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    return text.replace("%%", "%") if dialect.paramstyle in ("format", "pyformat") else text

"""Statements as they ran, for the receipt of an answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Dialect, Select, literal

_QUOTED_OR_PLACE = re.compile(r"""'[^']*'|"[^"]*"|\$(?P<number>\d+)|\?""")


@dataclass(frozen=True)
class Statement:
    """One statement of a question: its text, the rows it returned, how long it took."""

    sql: str
    rows: int
    milliseconds: float


def as_run(result: CursorResult[Any]) -> str:
    """Write the statement of a result, its values as literals, so that it can be run by hand.

    Takes the text that ran: compiling it anew costs more than many a query does.
    """
    context: Any = result.context
    values = context.parameters[0]
    if isinstance(values, dict):
        return str(context.statement % {name: _literal(value, context) for name, value in values.items()})
    return _filled(context.statement, [_literal(value, context) for value in values])


def _filled(sql: str, literals: Sequence[str]) -> str:
    """Put literals where the text has `$1` or `?`, but for what is quoted."""
    following = iter(literals)

    def fill(found: re.Match[str]) -> str:
        if number := found["number"]:
            return literals[int(number) - 1]
        return next(following) if found[0] == "?" else found[0]

    return _QUOTED_OR_PLACE.sub(fill, sql)


def _literal(value: Any, context: Any) -> str:
    return _undoubled(context.compiled.render_literal_value(value, literal(value).type), context.dialect)


def written(expression: Select[Any] | ColumnElement[Any], dialect: Dialect) -> str:
    """Write an expression in the SQL of an engine, its values as literals."""
    return _undoubled(str(expression.compile(dialect=dialect, compile_kwargs={"literal_binds": True})), dialect)


def _undoubled(sql: str, dialect: Dialect) -> str:
    return sql.replace("%%", "%") if dialect.paramstyle in ("format", "pyformat") else sql

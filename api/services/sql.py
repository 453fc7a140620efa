"""The few things the engines spell differently; each has a test that runs on all four."""

from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, Double, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from api.models.warehouse import MONEY_SCALE

CLICKHOUSE = "clickhousedb"
_DIGIT_BITS = 3
_FINEST = 15
_RESOLUTION_SHIFT = 52


class _Function(GenericFunction[Any]):
    """A function of our own, compiled below."""

    inherit_cache = True


class total(_Function):  # noqa: N801 - reads as a function
    """Sum of whole numbers; 0 over no rows, on every engine a plain integer."""

    inherit_cache = True
    type = BigInteger()


class money(_Function):  # noqa: N801
    """Currency units of a whole number of millionths."""

    inherit_cache = True
    type = Double()


class ratio(_Function):  # noqa: N801
    """First over second as a floating point number; nothing where the second is 0."""

    inherit_cache = True
    type = Double()


class whole_ratio(_Function):  # noqa: N801
    """How many whole times the second fits into the first, neither below 0."""

    inherit_cache = True
    type = BigInteger()


class days_between(_Function):  # noqa: N801
    """Days from the first day to the second."""

    inherit_cache = True
    type = BigInteger()


class has_text(_Function):  # noqa: N801
    """Whether the lower-cased first contains the second, taken literally."""

    inherit_cache = True
    type = Boolean()


class cell_parent(_Function):  # noqa: N801
    """H3 parent cell at a resolution, by bit arithmetic."""

    inherit_cache = True
    type = BigInteger()


def _arguments(element: Any, compiler: SQLCompiler, **kw: Any) -> list[str]:
    return [compiler.process(clause, **kw) for clause in element.clauses]


@compiles(total)
def _total(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    (value,) = _arguments(element, compiler, **kw)
    return f"CAST(COALESCE(SUM({value}), 0) AS BIGINT)"


@compiles(total, CLICKHOUSE)
def _total_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    (value,) = _arguments(element, compiler, **kw)
    return f"toInt64(ifNull(sum({value}), 0))"


@compiles(money)
def _money(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    (value,) = _arguments(element, compiler, **kw)
    return f"(CAST({value} AS DOUBLE PRECISION) / {MONEY_SCALE}.0)"


@compiles(money, "duckdb")
def _money_duckdb(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    (value,) = _arguments(element, compiler, **kw)
    return f"(CAST({value} AS DOUBLE) / 1e6)"


@compiles(money, CLICKHOUSE)
def _money_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    (value,) = _arguments(element, compiler, **kw)
    return f"(toFloat64({value}) / {MONEY_SCALE})"


@compiles(ratio)
def _ratio(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    above, below = _arguments(element, compiler, **kw)
    return f"(CAST({above} AS DOUBLE PRECISION) / NULLIF({below}, 0))"


@compiles(ratio, CLICKHOUSE)
def _ratio_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    above, below = _arguments(element, compiler, **kw)
    return f"(toFloat64({above}) / nullIf({below}, 0))"


@compiles(whole_ratio)
def _whole_ratio(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    above, below = _arguments(element, compiler, **kw)
    return f"(({above}) / ({below}))"


@compiles(whole_ratio, "duckdb")
def _whole_ratio_duckdb(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    above, below = _arguments(element, compiler, **kw)
    return f"(({above}) // ({below}))"


@compiles(whole_ratio, CLICKHOUSE)
def _whole_ratio_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    above, below = _arguments(element, compiler, **kw)
    return f"intDiv({above}, {below})"


@compiles(days_between)
def _days_between(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    first, second = _arguments(element, compiler, **kw)
    return f"CAST(({second}) - ({first}) AS BIGINT)"


@compiles(days_between, "sqlite")
def _days_between_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    first, second = _arguments(element, compiler, **kw)
    return f"CAST(JULIANDAY({second}) - JULIANDAY({first}) AS BIGINT)"


@compiles(days_between, CLICKHOUSE)
def _days_between_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    first, second = _arguments(element, compiler, **kw)
    return f"toInt64(dateDiff('day', toDate32({first}), toDate32({second})))"


def _parent_bits(resolution: int) -> tuple[int, int]:
    """Mask that keeps base cell and the digits to `resolution`, and the bits every parent of it has set."""
    digits = (1 << _DIGIT_BITS * (_FINEST - resolution)) - 1
    keep = ((1 << 63) - 1) & ~digits & ~(0xF << _RESOLUTION_SHIFT)
    return keep, digits | (resolution << _RESOLUTION_SHIFT)


def parent_cell(cell: ColumnElement[Any], resolution: int) -> ColumnElement[int]:
    """H3 cell of `resolution` that contains `cell`, a cell of resolution 9."""
    # columns, not bound values: statements that differ in them must not share a compiled form
    return cell_parent(cell, *(literal_column(str(bits), BigInteger()) for bits in _parent_bits(resolution)))


@compiles(cell_parent)
def _cell_parent(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    cell, keep, fill = _arguments(element, compiler, **kw)
    return f"(({cell} & {keep}) | {fill})"


@compiles(cell_parent, CLICKHOUSE)
def _cell_parent_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    cell, keep, fill = _arguments(element, compiler, **kw)
    return f"toInt64(bitOr(bitAnd({cell}, toInt64({keep})), toInt64({fill})))"


@compiles(has_text)
def _has_text(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, wanted = _arguments(element, compiler, **kw)
    return f"(INSTR(LOWER({value}), {wanted}) > 0)"


@compiles(has_text, "postgresql")
def _has_text_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, wanted = _arguments(element, compiler, **kw)
    return f"(STRPOS(LOWER({value}), {wanted}) > 0)"


@compiles(has_text, CLICKHOUSE)
def _has_text_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, wanted = _arguments(element, compiler, **kw)
    return f"(positionUTF8(lowerUTF8({value}), {wanted}) > 0)"

"""Quantiles with linear interpolation, as NumPy computes them, on every engine."""

import math
import sqlite3
from typing import Any

from sqlalchemy import ColumnElement, Double, Engine, event, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from api.services.sql import CLICKHOUSE

_QUARTERS = (0.25, 0.5, 0.75)


class quantile_of(GenericFunction[Any]):  # noqa: N801 - reads as a function
    """One of several quantiles of a column, computed together: the column, the place among them, their fractions."""

    inherit_cache = True
    type = Double()


def quantile(value: ColumnElement[Any], fraction: float) -> ColumnElement[float]:
    """Quantile of a group's values, between 0 and 1; absent where the group is empty."""
    return _quantile_of(value, 1, (fraction,))


def median(value: ColumnElement[Any]) -> ColumnElement[float]:
    """Middle of a group's values."""
    return quantile(value, 0.5)


def quartiles(value: ColumnElement[Any]) -> tuple[ColumnElement[float], ColumnElement[float], ColumnElement[float]]:
    """Lower quartile, median and upper quartile of a group's values, found in one go where the engine can."""
    lower, middle, upper = (_quantile_of(value, place, _QUARTERS) for place in (1, 2, 3))
    return lower, middle, upper


def quantiles(value: ColumnElement[Any], *fractions: float) -> list[ColumnElement[float]]:
    """Find several quantiles of a group's values, in one go where the engine can."""
    return [_quantile_of(value, place, fractions) for place in range(1, len(fractions) + 1)]


class covering_of(GenericFunction[Any]):  # noqa: N801
    """As `quantile_of`, without interpolation."""

    inherit_cache = True
    type = Double()


def covering(value: ColumnElement[Any], *fractions: float) -> list[ColumnElement[float]]:
    """Find for each fraction the smallest value which that share of a group's values, or more, does not exceed."""
    numbers: list[ColumnElement[Any]] = [literal_column(str(fraction)) for fraction in fractions]
    return [covering_of(value, literal_column(str(place)), *numbers) for place in range(1, len(fractions) + 1)]


def _quantile_of(value: ColumnElement[Any], place: int, fractions: tuple[float, ...]) -> ColumnElement[float]:
    return quantile_of(value, *(literal_column(str(number)) for number in (place, *fractions)))


def _parts(element: Any, compiler: SQLCompiler, **kw: Any) -> tuple[str, int, list[str]]:
    value, place, *fractions = (compiler.process(clause, **kw) for clause in element.clauses)
    return value, int(place), fractions


@compiles(quantile_of)
def _quantile(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    return f"QUANTILE_CONT({value}, [{', '.join(fractions)}])[{place}]"


@compiles(quantile_of, "postgresql")
def _quantile_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    return f"(PERCENTILE_CONT(ARRAY[{', '.join(fractions)}]) WITHIN GROUP (ORDER BY {value}))[{place}]"


@compiles(quantile_of, "sqlite")
def _quantile_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    return f"percentile_cont({value}, {fractions[place - 1]})"


@compiles(quantile_of, CLICKHOUSE)
def _quantile_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    found = f"quantilesExactInclusive({', '.join(fractions)})({value})[{place}]"
    return f"if(isNaN({found}), NULL, {found})"


@compiles(covering_of)
def _covering(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    return f"QUANTILE_DISC({value}, [{', '.join(fractions)}])[{place}]"


@compiles(covering_of, "postgresql")
def _covering_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    return f"(PERCENTILE_DISC(ARRAY[{', '.join(fractions)}]) WITHIN GROUP (ORDER BY {value}))[{place}]"


@compiles(covering_of, "sqlite")
def _covering_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    return f"percentile_disc({value}, {fractions[place - 1]})"


@compiles(covering_of, CLICKHOUSE)
def _covering_clickhouse(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    value, place, fractions = _parts(element, compiler, **kw)
    position = f"toUInt64(ceil(count({value}) * {fractions[place - 1]}))"
    return f"if(count({value}) = 0, NULL, arraySort(groupArray({value}))[{position}])"


class _Percentile:
    """The aggregate of SQLite's percentile extension, which few builds include."""

    def __init__(self) -> None:
        self.values: list[float] = []
        self.fraction = 0.0

    def step(self, value: float | None, fraction: float) -> None:
        """Take one row's value; absent ones do not count."""
        self.fraction = fraction
        if value is not None:
            self.values.append(value)

    def finalize(self) -> float | None:
        """Interpolate between the two values around the place asked for."""
        if not self.values:
            return None
        self.values.sort()
        place = (len(self.values) - 1) * self.fraction
        below, above = self.values[math.floor(place)], self.values[math.ceil(place)]
        return below + (above - below) * (place - math.floor(place))


class _Covering(_Percentile):
    """The same without interpolation."""

    def finalize(self) -> float | None:
        """Take the value at the place asked for."""
        if not self.values:
            return None
        return sorted(self.values)[max(0, math.ceil(len(self.values) * self.fraction) - 1)]


def teach_quantiles(engine: Engine) -> Engine:
    """Give the connections of a SQLite engine the aggregates it lacks."""

    def add(connection: sqlite3.Connection, _record: object) -> None:
        # typeshed knows aggregates of a single whole number only
        connection.create_aggregate("percentile_cont", 2, _Percentile)  # type: ignore[arg-type]
        connection.create_aggregate("percentile_disc", 2, _Covering)  # type: ignore[arg-type]

    event.listen(engine, "connect", add)
    return engine

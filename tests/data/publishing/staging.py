"""Star tables with every kind of value that could get lost on the way to an engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import Boolean as Flag
from sqlalchemy import Column, Date, DateTime, Double, String, create_engine, select
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import published_version, version_url
from data.loading.publishing import build, load_lock, open_published, switch
from data.loading.publishing.statements import create

TEXTS = [
    "",
    "plain",
    'with "quotes", commas',
    "two\nlines",
    "back\\slash \\N",
    "ação 日本 🙂",
    "it's; -- \t tab",
    "%s %d %%",
    "\\N",
]
NUMBERS = [0.1 + 0.2, -23.5505199, 1e-300, 0.0, 123456789.123456789]
MOMENTS = [datetime.fromisoformat(text) for text in ("2024-03-31T02:30", "1999-12-31T23:59:59", "2024-11-03T01:30")]
DAYS = [date(2024, 2, 29), date(1970, 1, 1), date(1931, 5, 9), date(2099, 12, 31)]
WHOLES = [0, 1, -12_990_000, 2**53 + 1, -(2**40)]


def value(column: Column[Any], row: int) -> Any:
    """The value of a column in a row, NULL in every third where it may be."""
    if column.nullable and row % 3 == 0:
        return None
    kinds: dict[type, list[Any]] = {String: TEXTS, Double: NUMBERS, DateTime: MOMENTS, Date: DAYS, Flag: [True, False]}
    choices = kinds.get(type(column.type), [row % 30])
    if column.info.get("money"):
        choices = WHOLES
    return choices[row % len(choices)]


@contextmanager
def staged(folder: Path, rows: int = 24, version: int = 1) -> Iterator[duckdb.DuckDBPyConnection]:
    """A staging file with `rows` rows in every table, unsorted, and one in `dataset`."""
    with duckdb.connect(str(folder / f"staging-{version}.duckdb")) as connection:
        for table in metadata.sorted_tables:
            connection.execute(create(table))
            count = 1 if table.name == "dataset" else rows
            values = [value(column, row) for row in reversed(range(count)) for column in table.columns]
            places = f"({', '.join('?' * len(table.columns))})"
            if values:
                connection.execute(f'INSERT INTO "{table.name}" VALUES {", ".join([places] * count)}', values)
        connection.execute("UPDATE dataset SET version = ?, title = ?", [version, f"rows: {rows}"])
        yield connection


def publish(url: str, folder: Path, version: int, rows: int = 24) -> None:
    """Bring a staging file to readers as a load would."""
    with load_lock(url), staged(folder, rows, version) as connection:
        before = open_published(connection, url)
        assert version == (before or 0) + 1
        build(connection, folder, url, version)
        switch(url, version)


def rows_of(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows readers see."""
    version = published_version(url)
    assert version is not None
    with create_engine(version_url(url, version), poolclass=NullPool).connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(*table.columns))), key=repr)
            for table in metadata.sorted_tables
        }


def expected_rows(rows: int = 24, version: int = 1) -> dict[str, list[tuple[Any, ...]]]:
    """All rows readers should see after `publish`."""
    expected = {
        table.name: [tuple(value(column, row) for column in table.columns) for row in range(rows)]
        for table in metadata.sorted_tables
    }
    described = {"version": version, "title": f"rows: {rows}"}
    columns = metadata.tables["dataset"].columns
    expected["dataset"] = [tuple(described.get(column.name, value(column, 0)) for column in columns)]
    return {name: sorted(table, key=repr) for name, table in expected.items()}

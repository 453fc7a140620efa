"""SQLite: a version is a file written in one transaction without a journal, as nobody sees it before it is whole."""

import sqlite3
from typing import Any

import duckdb
from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    DateTime,
    Double,
    String,
    Table,
    case,
    cast,
    create_engine,
    func,
    select,
)
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import version_url
from data.loading.publishing.arriving import arriving
from data.loading.publishing.files import Files, flush
from data.loading.publishing.indexes import create_indexes
from data.loading.publishing.statements import text_of
from data.loading.publishing.target import Staging

_BATCH = 20_000
_UNSAFE_BUT_FAST = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -65536")


class SqliteFile(Files):
    """Versions as SQLite files."""

    errors: tuple[type[Exception], ...] = (sqlite3.Error,)

    def attach(self, staging: duckdb.DuckDBPyConnection, version: int) -> None:
        """Read the published file into the staging file."""
        engine = create_engine(version_url(self.url, version), poolclass=NullPool)
        with engine.connect() as connection, arriving(staging) as take:
            for table in metadata.sorted_tables:
                lines = connection.execution_options(yield_per=_BATCH).execute(select(_line(table))).scalars()
                take(table, (f"{line}\n".encode() for line in lines))

    def build(self, staging: Staging, version: int) -> None:
        """Insert all rows, then index them."""
        file = self.fresh(version)
        engine = create_engine(version_url(self.url, version), poolclass=NullPool)
        with engine.connect() as connection:
            for pragma in _UNSAFE_BUT_FAST:
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            raw: Any = connection.connection.driver_connection
            for table in metadata.sorted_tables:
                _insert(raw, staging, table)
            create_indexes(connection)
            connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
            connection.exec_driver_sql("ANALYZE")
            connection.commit()
        flush(file)


def _insert(raw: sqlite3.Connection, staging: Staging, table: Table) -> None:
    names = ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118  # iterating gives columns, not names
    places = ", ".join("?" * len(table.columns))
    rows = staging.connection.execute(text_of(_as_sqlite_keeps_it(table)))
    while batch := rows.fetchmany(_BATCH):
        raw.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', batch)  # noqa: S608  # our own names
        staging.progress(table.name, len(batch))


def _as_sqlite_keeps_it(table: Table) -> Any:
    """Rows as SQLAlchemy writes them to SQLite: days and moments are text, moments with six decimals."""
    order = (table.c[name] for name in table.info["order_by"])
    return select(*map(_stored, table.columns)).order_by(*order)


def _stored(column: ColumnElement[Any]) -> ColumnElement[Any]:
    if isinstance(column.type, Date):
        return cast(column, String)
    if isinstance(column.type, DateTime):
        return func.strftime(column, "%Y-%m-%d %H:%M:%S.%f")
    return column


def _line(table: Table) -> ColumnElement[str]:
    """One row as CSV, printed by SQLite itself, which is faster than Python; %w doubles quotation marks."""
    signs = ('"%w"' if isinstance(column.type, String) else "%s" for column in table.columns)
    return func.printf(",".join(signs), *map(_printed, table.columns))


def _printed(column: Column[Any]) -> ColumnElement[Any]:
    exact = func.printf("%!.17g", column) if isinstance(column.type, Double) else cast(column, String)
    return case((column.is_(None), "\\N"), else_=exact) if column.nullable else column

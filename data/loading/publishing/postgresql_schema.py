"""PostgreSQL: a version is a schema, made in one transaction, so a load that dies leaves nothing at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import psycopg
from psycopg import sql
from sqlalchemy import Connection, Engine, String, Table, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import publish_version, version_name, version_url
from data import migrations
from data.loading.errors import LoadRunning
from data.loading.publishing.arriving import Rows, arriving
from data.loading.publishing.indexes import create_indexes
from data.loading.publishing.leaving import csv_file
from data.loading.publishing.target import Staging

_LOCK = 5_793_201_846_113
_BLOCK = 1 << 20


class PostgresqlSchema:
    """Versions as schemas of one database."""

    errors: tuple[type[Exception], ...] = (psycopg.Error,)

    def __init__(self, url: str) -> None:
        self.url = url

    def attach(self, staging: duckdb.DuckDBPyConnection, version: int) -> None:
        """Read the published schema into the staging file."""
        with self._engine(version).connect() as connection, arriving(staging) as take:
            for table in metadata.sorted_tables:
                take(table, _copied_out(connection, table))

    def build(self, staging: Staging, version: int) -> None:
        """COPY all rows into a new schema, then index and analyze it."""
        self.remove(version)
        with self._engine(version).begin() as connection, TemporaryDirectory(dir=staging.folder) as folder:
            connection.exec_driver_sql(f"CREATE SCHEMA {version_name(self.url, version)}")
            migrations.upgrade(connection, "warehouse")
            for table in metadata.sorted_tables:
                file, rows = csv_file(staging.connection, table, Path(folder))
                _copy_in(connection, table, file)
                file.unlink()
                staging.progress(table.name, rows)
            create_indexes(connection)
            for table in metadata.sorted_tables:
                connection.exec_driver_sql(f'ANALYZE "{table.name}"')

    def revision(self, version: int) -> str | None:
        """Return the revision of a schema."""
        with self._engine(version).connect() as connection:
            return migrations.current(connection)

    def upgrade(self, version: int) -> None:
        """Change the published schema in one transaction."""
        with self._engine(version).begin() as connection:
            migrations.upgrade(connection, "warehouse")
            create_indexes(connection)

    def versions(self) -> set[int]:
        """Numbers of all schemas of versions."""
        stem = version_name(self.url, 0).removesuffix("0")
        query = text("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, :stem)")
        with self._engine().connect() as connection:
            found = [str(name).removeprefix(stem) for name in connection.execute(query, {"stem": stem}).scalars()]
        return {int(number) for number in found if number.isdigit()}

    def remove(self, version: int) -> None:
        """Drop a schema; one that somebody still reads stays until the next load."""
        try:
            with self._engine().begin() as connection:
                connection.exec_driver_sql("SET LOCAL lock_timeout = '2s'")
                connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {version_name(self.url, version)} CASCADE")
        except OperationalError as error:
            if not isinstance(error.orig, psycopg.errors.LockNotAvailable):
                raise

    def publish(self, version: int) -> None:
        """Enter a version into the table readers look at."""
        publish_version(self.url, version)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold an advisory lock; the server lets go of it when the connection ends."""
        with self._engine().connect() as connection:
            if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _LOCK}).scalar():
                place = connection.engine.url.render_as_string()
                raise LoadRunning(f"Another load of {place} is running: wait until it is done.")
            connection.commit()
            yield

    def _engine(self, version: int | None = None) -> Engine:
        return create_engine(self.url if version is None else version_url(self.url, version), poolclass=NullPool)


def _copied_out(connection: Connection, table: Table) -> Rows:
    text_columns = [column.name for column in table.columns if isinstance(column.type, String)]
    force = sql.SQL(", FORCE_QUOTE ({})").format(_names(text_columns)) if text_columns else sql.SQL("")
    statement = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT (FORMAT csv, NULL '\\N'{})").format(
        _names(list(table.columns.keys())), sql.Identifier(table.name), force
    )
    with _driver(connection).cursor() as cursor, cursor.copy(statement) as copy:
        yield from copy


def _copy_in(connection: Connection, table: Table, file: Path) -> None:
    """Rows of a table this transaction made can be frozen: nobody has to look at them twice."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, NULL '\\N', FREEZE)").format(
        sql.Identifier(table.name), _names(list(table.columns.keys()))
    )
    with _driver(connection).cursor() as cursor, cursor.copy(statement) as copy, file.open("rb") as lines:
        while block := lines.read(_BLOCK):
            copy.write(block)


def _names(names: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _driver(connection: Connection) -> psycopg.Connection[Any]:
    driver: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    return driver

"""ClickHouse: a version is a database, filled with Parquet files of a million rows."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from clickhouse_connect.driver.binding import quote_identifier
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import ClickHouseError
from sqlalchemy import URL, Connection, Table, create_engine, make_url, select, text
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import publish_version, version_name, version_url
from data import migrations
from data.loading.publishing.arriving import Rows, arriving
from data.loading.publishing.clickhouse_lock import hold
from data.loading.publishing.leaving import parquet_files
from data.loading.publishing.target import Staging

_BLOCK = 1 << 20


class ClickhouseDatabase:
    """Versions as databases of one server."""

    errors: tuple[type[Exception], ...] = (ClickHouseError,)

    def __init__(self, url: str) -> None:
        self.url = url

    def attach(self, staging: duckdb.DuckDBPyConnection, version: int) -> None:
        """Read the published database into the staging file."""
        with _connected(version_url(self.url, version)) as connection, arriving(staging) as take:
            for table in metadata.sorted_tables:
                take(table, _read(connection, table))

    def build(self, staging: Staging, version: int) -> None:
        """Insert all rows into a new database, which sorts them itself."""
        self.remove(version)
        with self._server() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {_quoted(version_name(self.url, version))}")
        self.upgrade(version)
        with (
            _connected(version_url(self.url, version)) as connection,
            TemporaryDirectory(dir=staging.folder) as folder,
        ):
            for table in metadata.sorted_tables:
                for file, rows in parquet_files(staging.connection, table, Path(folder)):
                    _insert(connection, table, file)
                    staging.progress(table.name, rows)

    def revision(self, version: int) -> str | None:
        """Return the revision of a database."""
        with _connected(version_url(self.url, version)) as connection:
            return migrations.current(connection)

    def upgrade(self, version: int) -> None:
        """Change a database step by step: columns come and go without touching rows."""
        with _connected(version_url(self.url, version)) as connection:
            migrations.upgrade(connection, "warehouse")

    def versions(self) -> set[int]:
        """Numbers of all databases of versions."""
        stem = version_name(self.url, 0).removesuffix("0")
        query = text("SELECT name FROM system.databases WHERE startsWith(name, :stem)")
        with self._server() as connection:
            found = [str(name).removeprefix(stem) for (name,) in connection.execute(query, {"stem": stem})]
        return {int(number) for number in found if number.isdigit()}

    def remove(self, version: int) -> None:
        """Drop a database; whoever reads it may finish."""
        with self._server() as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {_quoted(version_name(self.url, version))}")

    def publish(self, version: int) -> None:
        """Enter a version into the table readers look at."""
        publish_version(self.url, version)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Create the database of the pointer where it does not exist yet and hold a lock there."""
        with self._server() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE IF NOT EXISTS {_quoted(make_url(self.url).database)}")
        with hold(self.url):
            yield

    def _server(self) -> AbstractContextManager[Connection]:
        return _connected(make_url(self.url).set(database="default"))


@contextmanager
def _connected(url: URL) -> Iterator[Connection]:
    with create_engine(url, poolclass=NullPool).connect() as connection:
        yield connection


def _read(connection: Connection, table: Table) -> Rows:
    query = str(select(*table.columns).compile(connection))
    with _client(connection).raw_stream(query, fmt="CSV") as stream:
        while block := stream.read(_BLOCK):
            yield block


def _insert(connection: Connection, table: Table, file: Path) -> None:
    with file.open("rb") as rows:
        _client(connection).raw_insert(_quoted(table.name), list(table.columns.keys()), rows, fmt="Parquet")


def _quoted(name: str | None) -> str:
    return quote_identifier(str(name))


def _client(connection: Connection) -> Client:
    driver: Any = connection.connection.driver_connection
    client: Client = driver.client
    return client

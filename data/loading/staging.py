"""The staging database: DuckDB, for one load, thrown away afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb_sqlalchemy import Dialect
from sqlalchemy import Table

from api.models.warehouse import metadata
from data.loading.publishing.statements import literal

_IN_MEMORY_BYTES = 100_000_000
_SCHEMAS = ("parts", "raw", "prepared", "checked", "accepted", "before", "keys", "incoming", "enriched", "accounts")


@dataclass(frozen=True)
class Limits:
    """What a load may take of the machine; the defaults leave it to DuckDB."""

    memory: str = ""
    threads: int = 0

    def apply(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Hold a connection to them."""
        if self.memory:
            connection.execute(f"SET memory_limit = {literal(self.memory)}")
        if self.threads:
            connection.execute(f"SET threads = {self.threads}")


@contextmanager
def staging(delivered_bytes: int, limits: Limits) -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
    """Open a new staging database; gives the connection and a folder for unpacked files.

    delivered_bytes : size of the files to load; what is small stays in memory, which is faster.
    """
    with TemporaryDirectory(prefix="whitespot-load-") as folder, duckdb.connect() as connection:
        if delivered_bytes < _IN_MEMORY_BYTES and not limits.memory:
            connection.execute("ATTACH ':memory:' AS staging")
        else:
            file = literal(str(Path(folder) / "staging.duckdb"))
            connection.execute(f"ATTACH {file} AS staging (RECOVERY_MODE no_wal_writes)")
        connection.execute("USE staging")
        limits.apply(connection)
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")  # the file is thrown away
        connection.execute(f"SET temp_directory = {literal(folder)}")
        connection.execute("".join(f"CREATE SCHEMA {schema};" for schema in _SCHEMAS))
        connection.execute("CREATE MACRO money(millionths) AS CAST(millionths AS DECIMAL(31, 0)) * 0.000001")
        yield connection, Path(folder)


def show_before(connection: duckdb.DuckDBPyConnection, published: bool) -> None:
    """Show the published tables as `before`, all of them empty where the load starts anew."""
    for table in metadata.sorted_tables:
        nothing = f"(SELECT {', '.join(f'NULL AS {column.name}' for column in table.columns)} WHERE false)"
        rows = f'published."{table.name}"' if published else nothing
        connection.execute(f'CREATE VIEW before."{table.name}" AS SELECT {_typed(table)} FROM {rows}')  # noqa: S608


def create_star_table(connection: duckdb.DuckDBPyConnection, table: Table, select: str) -> None:
    """Create a star table, with exactly the columns and types of the model, from what `select` gives."""
    connection.execute(f'CREATE TABLE main."{table.name}" AS SELECT {_typed(table)} FROM ({select}\n)')  # noqa: S608


@cache
def _typed(table: Table) -> str:
    """Columns of a model, cast to its types."""
    types = {column.name: column.type.compile(dialect=Dialect()) for column in table.columns}
    return ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in types.items())

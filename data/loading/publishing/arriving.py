r"""Copies published tables into the staging file, as `published`, through one CSV dialect all engines write.

Text is always quoted, NULL is an unquoted \N.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from sqlalchemy import Table

from data.loading.publishing.statements import create, literal

Rows = Iterable[bytes | bytearray | memoryview]

_DIALECT = r"""(
    FORMAT csv, HEADER false, AUTO_DETECT false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '\N',
    ALLOW_QUOTED_NULLS false, PARALLEL false, MAX_LINE_SIZE 16777216
)"""


@contextmanager
def arriving(connection: duckdb.DuckDBPyConnection) -> Iterator[Callable[[Table, Rows], None]]:
    """Make the schema `published`; what is yielded fills a table of it from blocks of CSV."""
    with TemporaryDirectory(dir=_folder(connection)) as folder, _transaction(connection):
        connection.execute("CREATE SCHEMA published")
        yield lambda table, rows: _take(connection, table, rows, Path(folder) / "rows.csv")


def _take(connection: duckdb.DuckDBPyConnection, table: Table, rows: Rows, file: Path) -> None:
    connection.execute(create(table, "published"))
    with file.open("wb") as lines:
        lines.writelines(rows)
    if file.stat().st_size:
        connection.execute(f'COPY published."{table.name}" FROM {literal(str(file))} {_DIALECT}')


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _folder(connection: duckdb.DuckDBPyConnection) -> Path | None:
    """Folder of the staging file: whoever made room for that one has room for its rows."""
    query = "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    found = connection.execute(query).fetchone()
    return Path(found[0]).parent if found and found[0] else None

"""DuckDB: a version is a compact file with sorted tables."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from api.models.warehouse import metadata
from data.loading.publishing.files import Files, flush
from data.loading.publishing.statements import copy_in_order, literal
from data.loading.publishing.target import Staging


class DuckdbFile(Files):
    """Versions as DuckDB files."""

    def attach(self, staging: duckdb.DuckDBPyConnection, version: int) -> None:
        """Attach the published file itself."""
        staging.execute(f"ATTACH {literal(str(self.file(version)))} AS published (READ_ONLY)")

    def revision(self, version: int) -> str | None:
        """Attach the file, as readers in this process may have opened it with other settings than ours."""
        with duckdb.connect() as connection:
            self.attach(connection, version)
            found = connection.execute("SELECT version_num FROM published.alembic_version").fetchone()
        return str(found[0]) if found else None

    def build(self, staging: Staging, version: int) -> None:
        """Copy table by table into a file of its own."""
        file = self.fresh(version)
        connection = staging.connection
        with _attached(connection, file):
            connection.execute("BEGIN")
            for table in metadata.sorted_tables:
                (rows,) = connection.execute(copy_in_order(table, "fresh")).fetchone() or (0,)
                staging.progress(table.name, rows)
            connection.execute("COMMIT")
            connection.execute("CHECKPOINT fresh")
        flush(file)


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, file: Path) -> Iterator[None]:
    """Attach a file as `fresh`; after a failure leave the staging connection as usable as it can be."""
    connection.execute(f"ATTACH {literal(str(file))} AS fresh")
    try:
        yield
    except BaseException:
        for statement in ("ROLLBACK", "DETACH fresh"):
            with suppress(duckdb.Error):
                connection.execute(statement)
        raise
    connection.execute("DETACH fresh")

"""What publishing asks of an engine."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import duckdb
from sqlalchemy import make_url

Progress = Callable[[str, int], object]
"""Called with the name of a table and how many more of its rows have arrived."""


@dataclass(frozen=True)
class Staging:
    """Finished star tables of a load, named and typed like the models."""

    connection: duckdb.DuckDBPyConnection
    folder: Path
    """Where files may lie for a moment."""
    progress: Progress


class Target(Protocol):
    """Where versions of one warehouse live; a version is whole before anybody is pointed to it."""

    errors: tuple[type[Exception], ...]
    """What its driver raises besides SQLAlchemy's errors."""

    def __init__(self, url: str) -> None: ...

    def attach(self, staging: duckdb.DuckDBPyConnection, version: int) -> None:
        """Show the tables of a version to the staging connection as `published`."""

    def build(self, staging: Staging, version: int) -> None:
        """Fill a new version from the staging tables, on the disk when this returns; a dead one of its number goes."""

    def revision(self, version: int) -> str | None:
        """Return the revision of a version's schema."""

    def upgrade(self, version: int) -> None:
        """Bring the schema of a published version to the newest revision; readers notice nothing."""

    def versions(self) -> set[int]:
        """Numbers of all versions there are, also of dead ones."""

    def remove(self, version: int) -> None:
        """Remove a version nobody is pointed to."""

    def publish(self, version: int) -> None:
        """Point readers to a version, for good when this returns."""

    def lock(self) -> AbstractContextManager[None]:
        """Keep other loads out; raises LoadRunning. Dies with the process that holds it."""


def target_of(url: str) -> Target:
    """Engine of a warehouse URL."""
    return _kind(make_url(url).get_backend_name())(url)


def _kind(engine: str) -> type[Target]:
    if engine == "duckdb":
        from data.loading.publishing.duckdb_file import DuckdbFile

        return DuckdbFile
    if engine == "sqlite":
        from data.loading.publishing.sqlite_file import SqliteFile

        return SqliteFile
    if engine == "postgresql":
        from data.loading.publishing.postgresql_schema import PostgresqlSchema

        return PostgresqlSchema
    from data.loading.publishing.clickhouse_database import ClickhouseDatabase

    return ClickhouseDatabase

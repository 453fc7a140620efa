"""Published versions of the warehouse and how to reach one.

Each load builds a version of its own beside the published one: a file on DuckDB and SQLite, a schema on PostgreSQL,
a database on ClickHouse. Publishing moves one pointer, so readers see the old version or the new one, never a mixture.
"""

import re
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, MetaData, Table, create_engine, func, insert, inspect, make_url, select
from sqlalchemy.pool import NullPool

from api.models.warehouse.columns import count

_FILES = ("duckdb", "sqlite")
_POINTER_SCHEMA = "whitespot"


def version_url(url: str, version: int) -> URL:
    """Where version `version` of the warehouse at `url` lives."""
    parts = make_url(url)
    if parts.get_backend_name() in _FILES:
        path = Path(str(parts.database))
        return parts.set(database=str(path.with_name(f"{path.stem}.v{version}{path.suffix}")))
    if parts.get_backend_name() == "postgresql":
        return parts.update_query_dict({"options": f"-csearch_path={_POINTER_SCHEMA}_v{version}"})
    return parts.set(database=f"{parts.database}_v{version}")


def version_name(url: str, version: int) -> str:
    """Schema (PostgreSQL) or database (ClickHouse) that holds a version."""
    parts = make_url(url)
    return f"{_POINTER_SCHEMA if parts.get_backend_name() == 'postgresql' else parts.database}_v{version}"


def published_version(url: str) -> int | None:
    """Return the number of the version readers see, None before the first load."""
    parts = make_url(url)
    if parts.get_backend_name() in _FILES:
        return _linked_version(Path(str(parts.database)))
    engine = create_engine(parts, poolclass=NullPool)
    with engine.connect() as connection:
        return read_pointer(connection)


def read_pointer(connection: Connection) -> int | None:
    """Read the pointer of a server engine."""
    pointer = _pointer(connection.engine)
    if not inspect(connection).has_table(pointer.name, schema=pointer.schema):
        return None
    newest: int | None = connection.execute(select(func.max(pointer.c.version))).scalar()
    return newest or None


def publish_version(url: str, version: int) -> None:
    """Let readers see `version` from now on."""
    parts = make_url(url)
    if parts.get_backend_name() in _FILES:
        _link(Path(str(parts.database)), Path(str(version_url(url, version).database)))
        return
    engine = create_engine(parts, poolclass=NullPool)
    pointer = _pointer(engine)
    with engine.begin() as connection:
        if pointer.schema and pointer.schema not in inspect(connection).get_schema_names():
            connection.exec_driver_sql(f"CREATE SCHEMA {pointer.schema}")
        pointer.metadata.create_all(connection)
        connection.execute(insert(pointer).values(version=version))


def _pointer(engine: Engine) -> Table:
    """Build the table of published versions; the highest one counts."""
    from clickhouse_connect.cc_sqlalchemy.ddl.tableengine import MergeTree

    schema = _POINTER_SCHEMA if engine.dialect.name == "postgresql" else None
    metadata = MetaData(schema=schema)
    return Table("publication", metadata, count("version"), clickhousedb_engine=MergeTree(order_by="version"))


def _linked_version(path: Path) -> int | None:
    if not path.is_symlink():
        return None
    found = re.fullmatch(r".*\.v(\d+)", path.readlink().stem)
    return int(found.group(1)) if found else None


def _link(path: Path, target: Path) -> None:
    fresh = path.with_name(f"{path.name}.next")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target.name)
    fresh.replace(path)

"""Reads files as published: any format, names and types made canonical, values left alone."""

from collections.abc import Callable
from pathlib import Path

import duckdb

RENAMED = {"customerid": "customer_id", "storeid": "store_id", "state_abbr": "state_code", "launch": "launched_on"}
LEFT_OUT = ("distance",)  # its publisher does not say between what
TYPES = {
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "price": "DECIMAL(13, 2)",
    "launched_on": "DATE",
    "opened_on": "DATE",
    "closed_on": "DATE",
    "joined_on": "DATE",
    "age": "INTEGER",
    "is_fee": "BOOLEAN",
}

Read = Callable[[duckdb.DuckDBPyConnection, str], duckdb.DuckDBPyRelation]


class UnusableChain(ValueError):
    """The given files cannot carry orders; the message says why."""


def _csv(connection: duckdb.DuckDBPyConnection, file: str) -> duckdb.DuckDBPyRelation:
    return connection.read_csv(file, all_varchar=True, header=True)


READERS: dict[str, Read] = {
    ".csv": _csv,
    ".csv.gz": _csv,
    ".parquet": lambda connection, file: connection.read_parquet(file),
    ".json": lambda connection, file: connection.read_json(file),
}


def read_table(connection: duckdb.DuckDBPyConnection, folder: Path, table: str) -> duckdb.DuckDBPyRelation | None:
    """The canonical columns of a table's file, None where the folder has none."""
    for ending, read in READERS.items():
        file = folder / f"{table}{ending}"
        if file.exists():
            return _canonical(read(connection, str(file)))
    return None


def _canonical(rows: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    columns = []
    for published in rows.columns:
        name = RENAMED.get(published.lower(), published.lower())
        if name not in LEFT_OUT:
            column = duckdb.ColumnExpression(published)
            columns.append((column.cast(duckdb.sqltype(TYPES[name])) if name in TYPES else column).alias(name))
    return rows.select(*columns)

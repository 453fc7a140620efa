"""Writes staging tables to files an engine takes in bulk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import ColumnElement, String, Table, func, literal_column, select

from data.loading.publishing.statements import in_order, literal, text_of

_PARQUET_ROWS = 1_000_000


def csv_file(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> tuple[Path, int]:
    r"""Write a table, sorted, as CSV: text quoted, NULL an unquoted \N; returns the file and its number of rows."""
    file = folder / f"{table.name}.csv"
    quoted = ", ".join(f'"{column.name}"' for column in table.columns if isinstance(column.type, String))
    force = f", FORCE_QUOTE ({quoted})" if quoted else ""
    rows = _copy(connection, text_of(in_order(table)), file, f"FORMAT csv, HEADER false, NULLSTR '\\N'{force}")
    return file, rows


def parquet_files(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write a table as Parquet files of a million rows, each only as long as it is looked at."""
    rowid: ColumnElement[Any] = literal_column("rowid")
    newest = select(func.coalesce(func.max(rowid), -1)).select_from(table)
    (last,) = connection.execute(text_of(newest)).fetchone() or (-1,)
    file = folder / f"{table.name}.parquet"
    for start in range(0, last + 1, _PARQUET_ROWS):
        part = select(*table.columns).where(rowid.between(start, start + _PARQUET_ROWS - 1))
        yield file, _copy(connection, text_of(part), file, "FORMAT parquet")
        file.unlink()


def _copy(connection: duckdb.DuckDBPyConnection, query: str, file: Path, options: str) -> int:
    (rows,) = connection.execute(f"COPY ({query}) TO {literal(str(file))} ({options})").fetchone() or (0,)
    return int(rows)

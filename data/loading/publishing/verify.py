"""Whether a new version holds what was handed over: as many rows, the same money."""

from collections.abc import Sequence
from typing import Any

import duckdb
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import version_url
from data.loading.errors import LoadError
from data.loading.publishing.statements import tally, text_of

Tallies = dict[str, tuple[int, ...]]


def staged(staging: duckdb.DuckDBPyConnection) -> Tallies:
    """Rows and money per staging table."""
    return {
        table.name: _whole(staging.execute(text_of(tally(table))).fetchone() or ()) for table in metadata.sorted_tables
    }


def stored(url: str, version: int) -> Tallies:
    """Rows and money per table of a version."""
    engine = create_engine(version_url(url, version), poolclass=NullPool)
    with engine.connect() as connection:
        return {table.name: _whole(connection.execute(tally(table)).one()) for table in metadata.sorted_tables}


def compare(handed_over: Tallies, arrived: Tallies) -> None:
    """Raise LoadError for the first table that differs."""
    for name, expected in handed_over.items():
        if arrived[name] != expected:
            raise LoadError(
                f"{name} did not arrive whole: {_said(expected)} handed over, {_said(arrived[name])} stored; "
                "nothing was published."
            )


def _whole(row: Sequence[Any]) -> tuple[int, ...]:
    return tuple(int(value or 0) for value in row)


def _said(tally: tuple[int, ...]) -> str:
    rows, *money = tally
    return " and ".join([f"{rows:,} rows", *(f"{amount:,} millionths" for amount in money)])

"""The given chain as work tables, and copied as it is into the folder of the generated one."""

from pathlib import Path

import duckdb

from data.generating.canonical import write
from data.generating.given.files import UnusableChain, read_table

NEEDED = ("customers", "stores", "products")
OPTIONAL = ("suppliers",)
LAST_DAY = "2025-12-31"
LONGEST_YEARS = 8
USUAL_FIRST_DAY = "2021-01-01"
_SETUP = Path(__file__).with_name("chain.sql")
_CHECKS = {
    "customers": "latitude IS NULL OR longitude IS NULL",
    "stores": "latitude IS NULL OR longitude IS NULL",
    "products": "price IS NULL",
}


def read_chain(connection: duckdb.DuckDBPyConnection, given: Path, folder: Path) -> str:
    """Create the work tables from the files in `given`, copy these into `folder`, return the first day of trade.

    Raises UnusableChain.
    """
    for table in NEEDED + OPTIONAL:
        rows = read_table(connection, given, table)
        if rows is not None:
            rows.create_view(f"given_{table}")
            write(rows, folder, table)
        elif table in NEEDED:
            raise UnusableChain(f"{given} has no {table}.csv, .csv.gz, .parquet or .json")
    connection.execute(_SETUP.read_text("utf-8"))
    for table, condition in _CHECKS.items():
        _check(connection, table, condition)
    return _first_day(connection)


def _check(connection: duckdb.DuckDBPyConnection, table: str, condition: str) -> None:
    rows = connection.table(table)
    bad = len(rows.filter(condition))
    if bad or not len(rows):
        raise UnusableChain(f"{table}: {bad} of {len(rows)} rows where {condition}; orders need all of them")


def _first_day(connection: duckdb.DuckDBPyConnection) -> str:
    """The first launch, or the usual first day; not too many years back."""
    earliest = f"{int(LAST_DAY[:4]) + 1 - LONGEST_YEARS}-01-01"
    row = connection.table("products").aggregate("min(launched_on)::VARCHAR").fetchone()
    return max(earliest, (row and row[0]) or USUAL_FIRST_DAY)

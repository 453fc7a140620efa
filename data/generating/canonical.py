"""Writes the facts in the canonical layout, one Parquet file per table."""

from pathlib import Path

import duckdb

from data.generating.clock import Clock
from data.generating.columns import columns, names
from data.generating.facts import Facts

TABLES = Path(__file__).parent / "tables"
WRITTEN = (*(query.stem for query in sorted(TABLES.glob("*.sql"))), "customers", "stores", "products", "suppliers")


def write_facts(connection: duckdb.DuckDBPyConnection, folder: Path, clock: Clock, facts: Facts) -> None:
    """Write every table of facts; the work tables hold the names behind the numbers."""
    for name, arrays in columns(clock, facts).items():
        connection.register(name, arrays)
    for query in sorted(TABLES.glob("*.sql")):
        write(connection.sql(query.read_text("utf-8")), folder, query.stem)


def name_things(connection: duckdb.DuckDBPyConnection) -> None:
    """Say once how ids, money and words are written."""
    connection.execute(TABLES.with_name("names.sql").read_text("utf-8"))
    connection.read_csv(str(TABLES / "opinions.csv")).create_view("opinions")
    for name, arrays in names().items():
        connection.register(name, arrays)


def clear(folder: Path) -> None:
    """Make the folder, or room in it: what an earlier run wrote goes, other files stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in WRITTEN:
        (folder / f"{table}.parquet").unlink(missing_ok=True)


def write(rows: duckdb.DuckDBPyRelation, folder: Path, table: str) -> None:
    """Write one table."""
    rows.write_parquet(str(folder / f"{table}.parquet"))

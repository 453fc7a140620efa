"""Runs a source's SELECTs and checks what they give."""

import duckdb

from data.loading.canonical import TABLES, Canonical
from data.loading.checking.table_check import KNOWN_AT, SOURCE_COLUMNS, check, nothing
from data.loading.errors import LoadError
from data.loading.source import Source

_UNITS_AS_LINES = """
    CREATE OR REPLACE VIEW accepted.order_items AS
    SELECT
        order_id, sku, store_id, unit_price, min(source_row) AS source_row, min(line_number) AS line_number,
        sum(quantity) AS quantity, sum(discount) AS discount, sum(freight) AS freight
    FROM checked.order_items
    WHERE rejected IS NULL AND merged IS NULL
    GROUP BY order_id, sku, store_id, unit_price
"""


def prepare(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Make the source's own tables, each of which may use those before it."""
    connection.execute("SET search_path = 'staging.prepared,staging.main'")
    for name, select in source.prepared.items():
        _run(connection, source, name, f"CREATE TABLE prepared.{name} AS {select}")
    for raw in source.files:
        if raw.lookup:
            _make_accountable(connection, source, raw.name)


def check_all(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Fill `checked` and show its good rows as `accepted`."""
    connection.execute("SET search_path = 'staging.prepared,staging.main'")
    closed = frozenset[str]()
    for table in TABLES.values():
        _fill(connection, source, table, closed - source.open)
        if connection.execute(f"SELECT 1 FROM checked.{table.name} LIMIT 1").fetchone():  # noqa: S608
            closed |= {table.name}
            _settle_repetitions(connection, table)
        good = f"SELECT * FROM checked.{table.name} WHERE rejected IS NULL AND merged IS NULL"  # noqa: S608
        connection.execute(f"CREATE VIEW accepted.{table.name} AS {good}")
    if source.one_row_per_unit:
        connection.execute(_UNITS_AS_LINES)
    connection.execute("USE staging")


def _fill(connection: duckdb.DuckDBPyConnection, source: Source, table: Canonical, closed: frozenset[str]) -> None:
    """Fill `checked.<table>` with what the source's SELECT gives, with nothing where it has none."""
    given = source.canonical.get(table.name)
    types = _types(connection, source, table) if given else {}
    _run(connection, source, table.name, check(table, given, types, closed) if given else nothing(table))


def _make_accountable(connection: duckdb.DuckDBPyConnection, source: Source, name: str) -> None:
    """Give the prepared table of a lookup file the columns that say what became of its rows."""
    if name not in source.prepared:
        raise LoadError(f"{source.name}: {name} is a lookup file, so {name}.sql has to say what becomes of its rows.")
    for column in ("rejected", "merged", "repaired", "noted"):
        connection.execute(f"ALTER TABLE prepared.{name} ADD COLUMN IF NOT EXISTS {column} VARCHAR")


def _settle_repetitions(connection: duckdb.DuckDBPyConnection, table: Canonical) -> None:
    """Let the newest row of each repeated key stand; the older ones are merged into it or rejected."""
    if not table.key:
        return
    key = ", ".join(table.key)
    whole = " AND ".join(f"{column} IS NOT NULL" for column in table.key)
    repeated = f"SELECT {key} FROM accepted_now WHERE {whole} GROUP BY ALL HAVING count(*) > 1"  # noqa: S608
    good = f"SELECT {key} FROM checked.{table.name} WHERE rejected IS NULL AND merged IS NULL"  # noqa: S608
    connection.execute(f"CREATE OR REPLACE TEMP TABLE repeated AS WITH accepted_now AS ({good}) {repeated}")
    if connection.execute("SELECT 1 FROM repeated LIMIT 1").fetchone():
        connection.execute(_set_older_aside(table, key))


def _set_older_aside(table: Canonical, key: str) -> str:
    aside = "merged = 'told_again'" if table.merges else "rejected = 'repeated_key'"
    newest_first = f"{KNOWN_AT} DESC NULLS LAST, source_row DESC, c.rowid DESC"
    return f"""
        UPDATE checked.{table.name} SET {aside} WHERE rowid IN (
            SELECT c.rowid FROM checked.{table.name} AS c SEMI JOIN repeated USING ({key})
            WHERE rejected IS NULL AND merged IS NULL
            QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY {newest_first}) > 1
        )
    """  # noqa: S608  # names of declared columns


def _types(connection: duckdb.DuckDBPyConnection, source: Source, table: Canonical) -> dict[str, str]:
    """Columns a source's SELECT gives, and their types.

    Raises LoadError for one the canonical table does not have.
    """
    described = _run(connection, source, table.name, f"DESCRIBE {source.canonical[table.name]}").fetchall()
    types = {name: kind for name, kind, *_ in described}
    unknown = set(types) - {f.name for f in table.fields} - set(SOURCE_COLUMNS) - {KNOWN_AT}
    if unknown:
        raise LoadError(
            f"{source.name}/{table.name}.sql gives the column {min(unknown)}, which {table.name} does not have; "
            f"it has {', '.join(f.name for f in table.fields)}."
        )
    return types


def _run(connection: duckdb.DuckDBPyConnection, source: Source, name: str, statement: str) -> duckdb.DuckDBPyConnection:
    try:
        return connection.execute(statement)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        raise LoadError(f"{source.name}/{name}.sql: {str(error).splitlines()[0]}") from error

"""What a load would change."""

import duckdb
from sqlalchemy import Table

from api.models.warehouse import calendar, dataset, metadata, order, order_item, rejected_row

_NAMED = ("source", "title", "currency", "split_orders", "capabilities")


def changes_anything(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the staged tables differ from the published ones.

    The calendar follows from the others. Rows rejected again bring nothing new, though another format may spell them
    differently; the ledger counts them anyway.
    """
    tables = [table for table in metadata.sorted_tables if table not in (calendar, dataset, rejected_row)]
    if any(_fingerprint(connection, table, "main") != _fingerprint(connection, table, "before") for table in tables):
        return True
    now, earlier = (f"SELECT {', '.join(_NAMED)} FROM {schema}.dataset" for schema in ("main", "before"))  # noqa: S608
    return connection.execute(now).fetchall() != connection.execute(earlier).fetchall()


def count_orders(connection: duckdb.DuckDBPyConnection) -> tuple[int, int, int]:
    """How many delivered orders are new, changed and unchanged."""
    if connection.execute('SELECT 1 FROM before."order" LIMIT 1').fetchone() is None:
        (new,) = connection.execute('SELECT count(*) FROM incoming."order"').fetchone() or (0,)
        return new, 0, 0
    parts = {
        schema: f"""
            SELECT order_key, {_hash(order, told=True)} AS own, 0 AS lines
            FROM {schema}."order" SEMI JOIN incoming."order" USING (order_key)
            UNION ALL
            SELECT order_key, 0, {_hash(order_item, told=True)}
            FROM {schema}.order_item SEMI JOIN incoming."order" USING (order_key)
        """  # noqa: S608  # names of our models
        for schema in ("main", "before")
    }
    row = connection.execute(f"""
        WITH now AS (SELECT order_key, sum(own) AS own, sum(lines) AS lines FROM ({parts["main"]}) GROUP BY order_key),
        earlier AS (SELECT order_key, sum(own) AS own, sum(lines) AS lines FROM ({parts["before"]}) GROUP BY order_key)
        SELECT
            count(*) FILTER (earlier.order_key IS NULL),
            count(*) FILTER (earlier.own <> now.own OR earlier.lines <> now.lines),
            count(*) FILTER (earlier.own = now.own AND earlier.lines = now.lines)
        FROM now LEFT JOIN earlier USING (order_key)
    """).fetchone()  # noqa: S608  # names of our models
    return row or (0, 0, 0)


def _fingerprint(connection: duckdb.DuckDBPyConnection, table: Table, schema: str) -> tuple[int, int]:
    """Number of rows and a sum of their hashes, the same in any order."""
    fingerprint = f'SELECT count(*), coalesce(sum({_hash(table)}), 0) FROM {schema}."{table.name}"'  # noqa: S608
    rows, hashes = connection.execute(fingerprint).fetchone() or (0, 0)
    return rows, hashes


def _hash(table: Table, told: bool = False) -> str:
    """SQL of the hash of a row; with `told` only of what was told of it, not of what follows from other rows."""
    return f"hash({', '.join(c.name for c in table.columns if not (told and c.info.get('derived')))})"

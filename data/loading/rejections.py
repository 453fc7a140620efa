"""Every rejected row, as it was read."""

from typing import NamedTuple

import duckdb

from data.loading.accounting import BLANK_LINE, accountable
from data.loading.publishing.statements import literal
from data.loading.reading.parts import RECORD_BITS, Part, blank
from data.loading.source import Source

MOST_OF_A_RULE = 1_000
"""Rejected rows the ledger keeps of one table and rule; the warehouse keeps all."""


class Rejection(NamedTuple):
    """A row that broke a rule."""

    table: str
    rule: str
    file: str
    record: int
    content: str


def list_rejections(connection: duckdb.DuckDBPyConnection, source: Source, parts: list[Part]) -> None:
    """Put every rejected row into accounts.rejection, as it was read."""
    rejected = " UNION ALL ".join(
        f"SELECT {literal(name)} AS table_name, rejected AS rule, source_row, to_json(r) AS content "  # noqa: S608
        f"FROM {relation} AS r WHERE rejected IS NOT NULL"
        for name, relation in accountable(source, parts)
    )
    connection.execute(f"CREATE TEMP TABLE rejected_now AS {rejected}")
    unread = "SELECT table_name, rule, '' AS file, 0 AS record, content FROM rejected_now WHERE source_row IS NULL"
    connection.execute(f"CREATE TABLE accounts.rejection AS {' UNION ALL '.join([unread, *map(_as_read, parts)])}")


def first_rejections(connection: duckdb.DuckDBPyConnection) -> list[Rejection]:
    """Return the first rejected rows of every table and rule."""
    first = f"""
        SELECT table_name, rule, file, record, CAST(content AS VARCHAR) FROM accounts.rejection
        QUALIFY row_number() OVER (PARTITION BY table_name, rule ORDER BY file, record, content) <= {MOST_OF_A_RULE}
        ORDER BY table_name, rule, file, record, content
    """  # noqa: S608  # a number of ours
    return [Rejection(*row) for row in connection.execute(first).fetchall()]


def _as_read(part: Part) -> str:
    record = f"rejected_now.source_row - ({part.number}::BIGINT << {RECORD_BITS})"
    rows = f"""
        SELECT table_name, rule, {literal(part.label)}, {record}, to_json(p)
        FROM rejected_now JOIN {part.table} AS p
            ON rejected_now.source_row = {part.source_row.replace("rowid", "p.rowid")}
    """  # noqa: S608
    if part.blank_rows:
        rows += f"""
            UNION ALL SELECT {literal(part.raw.name)}, 'blank_row', {literal(part.label)}, rowid + 1, to_json(p)
            FROM {part.table} AS p WHERE {blank(part)}
        """  # noqa: S608
    if part.blank_lines:
        rows += f"""
            UNION ALL
            SELECT {literal(part.raw.name)}, '{BLANK_LINE}', {literal(part.label)}, {part.first_blank_line}, '{{}}'
            FROM range({part.blank_lines})
        """  # noqa: S608
    return rows

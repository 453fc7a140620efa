"""Accounts for every row: read = kept + repaired + returned + rejected, per file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from data.loading.canonical import TABLES
from data.loading.errors import LoadError
from data.loading.reading.parts import RECORD_BITS, Part
from data.loading.source import Source

BLANK_LINE = "blank_line"
"""Rule of lines that hold no record at all; their `record` is the number of the first such line."""
OUTCOMES = ("kept", "repaired", "returned", "rejected")
"""What can become of a row; `noted` rows are among the kept and repaired ones."""

_NOTED_ORDERS = f"""
    WITH notes AS (
        SELECT
            coalesce(source_row >> {RECORD_BITS}, 0) AS part,
            CASE
                WHEN line_count = 0 THEN 'no_lines'
                WHEN total <> amount + freight THEN 'total_differs_from_lines'
            END AS rule
        FROM incoming."order"
    )
    SELECT part, rule, count(*) FROM notes WHERE rule IS NOT NULL GROUP BY ALL ORDER BY ALL
"""  # noqa: S608  # a number of ours


@dataclass(frozen=True)
class Count:
    """How many rows of a file met one fate by one rule on their way into a table."""

    file: str
    table: str
    outcome: str
    rule: str
    rows: int


def account(connection: duckdb.DuckDBPyConnection, source: Source, parts: list[Part]) -> list[Count]:
    """Count the rows of every file and table.

    Raises LoadError where rows of a file went nowhere or were counted twice.
    """
    labels = {part.number: part.label for part in parts}
    counts = [count for part in parts for count in _of_part(part)]
    for table, relation in accountable(source, parts):
        rows = connection.execute(_fates(relation, "returned" if table == "returns" else "kept")).fetchall()
        for number, outcome, rule, how_many in rows:
            counts.append(Count(labels.get(number, ""), table, outcome, rule, how_many))
    _balance(counts)
    return counts


def accountable(source: Source, parts: list[Part]) -> Iterator[tuple[str, str]]:
    """Canonical tables, and prepared ones that alone hold the rows of a lookup file."""
    yield from ((name, f"checked.{name}") for name in TABLES if name in source.canonical)
    for raw in source.files:
        if raw.lookup and any(part.raw is raw for part in parts):
            yield raw.name, f"prepared.{raw.name}"


def _of_part(part: Part) -> Iterator[Count]:
    yield Count(part.label, "", "read", "", part.rows)
    if part.blank_rows:
        yield Count(part.label, part.raw.name, "rejected", "blank_row", part.blank_rows)
    if part.blank_lines:
        yield Count(part.label, part.raw.name, "rejected", BLANK_LINE, part.blank_lines)


def _fates(relation: str, good: str) -> str:
    """SQL of the number of rows per part, outcome and rule; noted rows come on top."""
    return f"""
        WITH rows AS (FROM {relation} SELECT coalesce(source_row >> {RECORD_BITS}, 0) AS part, *),
        notes AS (SELECT part, unnest(string_split(noted, ' + ')) AS rule FROM rows WHERE rejected IS NULL)
        SELECT
            part,
            CASE
                WHEN rejected IS NOT NULL THEN 'rejected'
                WHEN coalesce(merged, repaired) IS NOT NULL THEN 'repaired'
                ELSE '{good}'
            END AS outcome,
            coalesce(rejected, merged, repaired, '') AS rule,
            count(*)
        FROM rows GROUP BY ALL
        UNION ALL
        SELECT part, 'noted', rule, count(*) FROM notes GROUP BY ALL
        ORDER BY ALL
    """  # noqa: S608  # names of tables


def _balance(counts: list[Count]) -> None:
    fates = Counter[str]()
    for count in counts:
        if count.outcome in OUTCOMES:
            fates[count.file] += count.rows
    for count in counts:
        if count.outcome == "read" and fates[count.file] != count.rows:
            raise LoadError(
                f"{count.file}: {count.rows:,} records were read and {fates[count.file]:,} accounted for; "
                "each must reach exactly one table of the source with its source_row."
            )


def note_orders(connection: duckdb.DuckDBPyConnection, parts: list[Part]) -> list[Count]:
    """Count what shows only beside the lines: orders without any, orders whose stated total is another."""
    labels = {part.number: part.label for part in parts}
    noted = connection.execute(_NOTED_ORDERS).fetchall()
    return [Count(labels.get(number, ""), "orders", "noted", rule, rows) for number, rule, rows in noted]

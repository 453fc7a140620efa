"""Refuses a load of which too much was rejected, naming the first row and its rule."""

from collections import Counter

import duckdb

from data.loading.accounting import BLANK_LINE, OUTCOMES, Count
from data.loading.canonical import TABLES
from data.loading.errors import LoadError
from data.loading.reading.parts import Part
from data.loading.source import Source


def tolerate(connection: duckdb.DuckDBPyConnection, source: Source, parts: list[Part], counts: list[Count]) -> None:
    """Raise LoadError when more of a file, or of a table made of others, was rejected than the source tolerates."""
    all_rows, rejected = Counter[str](), Counter[str]()
    for count in counts:
        if count.outcome in OUTCOMES:
            all_rows[count.file or count.table] += count.rows
        if count.outcome == "rejected":
            rejected[count.file or count.table] += count.rows
    tolerated = {part.label: part.raw.tolerated for part in parts if part.raw.tolerated is not None}
    for name, rows in rejected.items():
        share = tolerated.get(name, source.tolerated)
        if rows > share * all_rows[name]:
            raise LoadError(
                f"{_first(connection, name, counts)}; {rows:,} of {all_rows[name]:,} rows "
                f"({rows / all_rows[name]:.1%}) were rejected, more than the {share:.0%} tolerated."
            )


def _first(connection: duckdb.DuckDBPyConnection, name: str, counts: list[Count]) -> str:
    """Place and rule of the first row that broke the rule most rows broke."""
    broken = (c for c in counts if (c.file or c.table) == name and c.outcome == "rejected")
    most = max(broken, key=lambda count: count.rows)
    query = "SELECT min(record) FROM accounts.rejection WHERE table_name = ? AND rule = ? AND file = ?"
    (record,) = connection.execute(query, [most.table, most.rule, most.file]).fetchone() or (0,)
    unit = "line" if most.rule == BLANK_LINE else "record"
    place = f"{name}, {unit} {record}" if record else name
    return f"{place}: {most.rule}{_lost_zeros(connection, most.table, most.rule)}"


def _lost_zeros(connection: duckdb.DuckDBPyConnection, table: str, rule: str) -> str:
    """Say so where unknown ids are known ones without their leading zeros."""
    references = TABLES[table].references if table in TABLES else ()
    reference = next((r for r in references if f"unknown_{r.column}" == rule), None)
    if reference is None:
        return ""
    column = reference.column
    found = connection.execute(f"""
        SELECT c.{column}, k.{column} FROM checked.{table} AS c
        JOIN accepted.{reference.table} AS k
            ON k.{column} <> c.{column} AND ltrim(k.{column}, '0') = ltrim(c.{column}, '0')
        WHERE c.rejected = '{rule}' AND c.{column} <> '' ORDER BY c.source_row, k.{column} LIMIT 1
    """).fetchone()  # noqa: S608  # names of declared columns
    return f" ({found[0]} is {found[1]} in {reference.table}: leading zeros were lost)" if found else ""

"""The one statement that checks a canonical table."""

from collections.abc import Iterator, Mapping

from data.loading.canonical import Canonical, Kind, Reference, Rule
from data.loading.checking import values

SOURCE_COLUMNS = {
    "source_row": "BIGINT",
    "rejected": "VARCHAR",
    "merged": "VARCHAR",
    "repaired": "VARCHAR",
    "noted": "VARCHAR",
}
"""Columns a source's SELECT may add to those of the canonical table.

`source_row` says which record a row stands for; the others name a rule of the source's own, by which the row is
rejected, merged into another that tells the same, repaired, or only worth a note.
"""
KNOWN_AT = "known_at"
"""Column by which a source says which of several tellings of the same thing is the newest."""


def check(table: Canonical, given: str, types: Mapping[str, str], closed: frozenset[str]) -> str:
    """Statement that fills `checked.<table>` from the source's SELECT `given`, whose columns have `types`.

    closed : tables whose rows are all delivered, so that a reference to an unknown row is wrong.
    """
    return f"""
        CREATE TABLE checked.{table.name} AS
        WITH given AS ({given}
        ),
        said AS (SELECT {_listed(_said(table, types))} FROM given),
        read AS (SELECT *, {_listed(values.read(field) for field in table.fields)} FROM said),
        judged AS (SELECT {_listed(_judged(table))} FROM read)
        SELECT * REPLACE ({_listed(_settled(table, closed))}) FROM judged
    """  # noqa: S608  # made of declarations and the source's own SELECT


def nothing(table: Canonical) -> str:
    """Statement that makes an empty `checked.<table>` for a table the source does not have."""
    kinds = {field.name: "BIGINT" if field.kind is Kind.MONEY else field.kind.value for field in table.fields}
    columns = ", ".join(f"{name} {kind}" for name, kind in {**SOURCE_COLUMNS, **kinds}.items())
    return f"CREATE TABLE checked.{table.name} ({columns})"


def _said(table: Canonical, types: Mapping[str, str]) -> Iterator[str]:
    for name, kind in SOURCE_COLUMNS.items():
        yield f"CAST({name if name in types else 'NULL'} AS {kind}) AS {name}"
    yield f"CAST({KNOWN_AT if KNOWN_AT in types else 'NULL'} AS TIMESTAMP) AS {KNOWN_AT}"
    yield from (values.said(field, types.get(field.name)) for field in table.fields)


def _judged(table: Canonical) -> Iterator[str]:
    """Give each row what it breaks by itself: `rejected` one rule, `repaired` and `noted` all of them."""
    yield from ("source_row", KNOWN_AT, "merged", "noted")
    missing = [f"CASE WHEN {f.name} IS NULL THEN 'no_{f.name}' END" for f in table.fields if f.required]
    wrong = [values.problem(f) for f in table.fields if f.needed and values.problem(f)]
    yield f"coalesce({', '.join(['rejected', *missing, *wrong])}) AS rejected"
    repaired = [values.problem(f) for f in table.fields if not f.needed and values.problem(f)]
    yield f"{_joined(['repaired', *repaired])} AS repaired"
    yield from (values.kept(field) for field in table.fields)


def _settled(table: Canonical, closed: frozenset[str]) -> Iterator[str]:
    """Apply what takes the whole row or other tables to see."""
    rules = {outcome: [r for r in table.rules if r.outcome == outcome] for outcome in ("rejected", "repaired", "noted")}
    unknown = [_unknown(reference) for reference in table.references if reference.table in closed or not reference.open]
    yield f"coalesce({', '.join(['rejected', *map(_broken, rules['rejected']), *unknown])}) AS rejected"
    yield f"{_joined(['repaired', *map(_broken, rules['repaired'])])} AS repaired"
    yield f"{_joined(['noted', *map(_broken, rules['noted'])])} AS noted"
    for name in dict.fromkeys(column for rule in rules["repaired"] for column in rule.blanks):
        blanking = " OR ".join(f"({rule.when})" for rule in rules["repaired"] if name in rule.blanks)
        yield f"CASE WHEN {blanking} THEN NULL ELSE {name} END AS {name}"


def _broken(rule: Rule) -> str:
    return f"CASE WHEN {rule.when} THEN '{rule.name}' END"


def _unknown(reference: Reference) -> str:
    column = reference.column
    known = f"SELECT {column} FROM accepted.{reference.table}"  # noqa: S608
    if reference.star:
        known += f' UNION ALL SELECT {column} FROM before."{reference.star}"'  # noqa: S608
    return f"CASE WHEN {column} <> '' AND {column} NOT IN ({known}) THEN 'unknown_{column}' END"


def _joined(rules: list[str]) -> str:
    return f"nullif(concat_ws(' + ', {', '.join(rules)}), '')" if len(rules) > 1 else rules[0]


def _listed(expressions: Iterator[str]) -> str:
    return ",\n            ".join(expressions)

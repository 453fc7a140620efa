"""Puts the files of a delivery into the staging file, each record under a number of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.loading.errors import LoadError
from data.loading.publishing.statements import literal
from data.loading.reading import csv_rows, workbook
from data.loading.reading.delivery import Found
from data.loading.reading.header import chosen, columns_fit
from data.loading.reading.text_file import survey, unpack
from data.loading.source import RawFile, Source

RECORD_BITS = 40
"""A `source_row` is the number of a part and, in its last 40 bits, of the record in that part."""

_WHOLE_NUMBER = r"'^(-?\d+)\.0$', '\1'"


@dataclass(frozen=True)
class Part:
    """One file, or one sheet of a workbook, as it was read."""

    number: int
    label: str
    raw: RawFile
    rows: int
    blank_rows: int
    blank_lines: int = 0
    first_blank_line: int = 0

    @property
    def table(self) -> str:
        """Its table in the staging file."""
        return f"parts.p{self.number}"

    @property
    def source_row(self) -> str:
        """SQL of the number of a record of its table."""
        return f"({self.number}::BIGINT << {RECORD_BITS}) + rowid + 1"


def read(connection: duckdb.DuckDBPyConnection, found: list[Found], scratch: Path) -> list[Part]:
    """Read every file found."""
    parts: list[Part] = []
    for file in found:
        if file.path.stat().st_size == 0:
            raise LoadError(f"{file.path.name} is empty.")
        reader = _READERS[file.form]
        for label, *blank_lines in reader(connection, file, scratch, len(parts) + 1):
            parts.append(_part(connection, len(parts) + 1, label, file.raw, *blank_lines))
    return parts


def show(connection: duckdb.DuckDBPyConnection, source: Source, parts: list[Part]) -> None:
    """Show the parts of each file together as `raw.<file>`, without their blank rows."""
    for raw in source.files:
        selects = [_without_blanks(part) for part in parts if part.raw is raw] or [_nothing(raw)]
        connection.execute(f"CREATE VIEW raw.{raw.name} AS {' UNION ALL '.join(selects)}")


def blank(part: Part) -> str:
    """SQL condition: all columns of a record are blank."""
    return " AND ".join(f"{column} IS NULL" for column in part.raw.columns)


def _part(
    connection: duckdb.DuckDBPyConnection, number: int, label: str, raw: RawFile, blank_lines: int, first: int
) -> Part:
    part = Part(number, label, raw, 0, 0)
    count = f"SELECT count(*), count(*) FILTER ({blank(part)}) FROM {part.table}"  # noqa: S608
    rows, blank_rows = connection.execute(count).fetchone() or (0, 0)
    if not rows and not raw.optional:
        raise LoadError(f"{label} is empty: it has a header and no records.")
    return Part(number, label, raw, rows + blank_lines, blank_rows, blank_lines, first)


def _without_blanks(part: Part) -> str:
    where = f" WHERE NOT ({blank(part)})" if part.blank_rows else ""
    return f"SELECT {part.source_row} AS source_row, {', '.join(part.raw.columns)} FROM {part.table}{where}"  # noqa: S608


def _nothing(raw: RawFile) -> str:
    columns = ", ".join(f"NULL::VARCHAR AS {column}" for column in raw.columns)
    return f"SELECT NULL::BIGINT AS source_row, {columns} WHERE false"


Labelled = Iterator[tuple[str, int, int]]
"""Label of a part, the number of its blank lines and that of the first."""


def _read_csv(connection: duckdb.DuckDBPyConnection, file: Found, scratch: Path, number: int) -> Labelled:
    label = file.path.name
    text = survey(unpack(file.path, scratch), label, scratch)
    select = _select(file.raw, {c: f"c{p}" for c, p in chosen(file.raw, text.header, label).items()})
    csv_rows.create(connection, text, f"parts.p{number}", select, file.raw.encodings)
    yield label, text.blank_lines, text.first_blank_line


def _read_workbook(connection: duckdb.DuckDBPyConnection, file: Found, scratch: Path, number: int) -> Labelled:
    sheets = workbook.sheets(file.path, scratch)
    texts = [survey(path, f"{file.path.name} [{name}]", scratch) for name, path in sheets]
    if not texts:
        raise LoadError(f"{file.path.name} is empty: its sheets hold nothing.")
    fitting = [text for text in texts if columns_fit(file.raw, text.header)] or texts[:1]
    for offset, text in enumerate(fitting):
        positions = chosen(file.raw, text.header, text.label)
        select = _select(file.raw, {c: f"regexp_replace(c{p}, {_WHOLE_NUMBER})" for c, p in positions.items()})
        csv_rows.create(connection, text, f"parts.p{number + offset}", select, ("utf-8",))
        yield text.label, text.blank_lines, text.first_blank_line


def _read_typed(connection: duckdb.DuckDBPyConnection, file: Found, _scratch: Path, number: int) -> Labelled:
    """Read Parquet, whose columns keep their types, or JSON, all of it as text."""
    label, path = file.path.name, literal(str(file.path))
    rows = (
        f"read_parquet({path})"
        if file.form == ".parquet"
        else f"read_json({path}, convert_strings_to_integers = false)"
    )
    try:
        header = [name for name, *_ in connection.execute(f"DESCRIBE SELECT * FROM {rows}").fetchall()]  # noqa: S608
        expressions = {c: _quoted(header[p]) for c, p in chosen(file.raw, header, label).items()}
        if file.form == ".json":
            texts = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in header)
            rows = f"read_json({path}, columns = {{{texts}}})"
        connection.execute(f"CREATE TABLE parts.p{number} AS SELECT {_select(file.raw, expressions)} FROM {rows}")  # noqa: S608
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        kind = file.form[1:].upper() if file.form == ".json" else "Parquet"
        raise LoadError(f"{label} is no {kind} file that can be read: {str(error).splitlines()[0].strip()}") from None
    yield label, 0, 0


def _select(raw: RawFile, expressions: dict[str, str]) -> str:
    return ", ".join(f"{expressions.get(column, 'NULL::VARCHAR')} AS {column}" for column in raw.columns)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


_READERS = {
    ".csv": _read_csv,
    ".csv.gz": _read_csv,
    ".xlsx": _read_workbook,
    ".parquet": _read_typed,
    ".json": _read_typed,
}

"""Has DuckDB read separated values as text and says in one sentence what is wrong with a file."""

import re
from dataclasses import replace

import duckdb

from data.loading.errors import LoadError
from data.loading.publishing.statements import literal
from data.loading.reading.text_file import TextFile

_NOT_UTF8 = "not utf-8"
_MIXED_LINE_ENDS = "invalid state"
_UNIFIED = ".unified"
_REASONS = (
    (r"Expected Number of Columns: (\d+) Found: (\d+)", "{1} values where the header has {0}."),
    (r"unterminated quote", "a quoted value that never ends."),
    (r"not utf-8", "a character that is no UTF-8 text: save the file as UTF-8."),
    (r"Maximum line size", "more than two million characters."),
)


def create(
    connection: duckdb.DuckDBPyConnection, file: TextFile, table: str, select: str, encodings: tuple[str, ...]
) -> None:
    """Create `table` from what `select` takes of the file's columns, which are called c0, c1, ….

    Raises LoadError naming the line that cannot be read.
    """
    for encoding in encodings:
        try:
            connection.execute(f"CREATE TABLE {table} AS SELECT {select} FROM {_rows(file, encoding)}")  # noqa: S608
            return
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error as error:
            message = str(error)
            if _NOT_UTF8 in message and encoding != encodings[-1]:
                continue
            if _MIXED_LINE_ENDS in message and file.path.suffix != _UNIFIED:
                create(connection, _with_one_line_end(file), table, select, (encoding,))
                return
            raise LoadError(_sentence(file.label, message)) from None


def _rows(file: TextFile, encoding: str) -> str:
    columns = ", ".join(f"'c{position}': 'VARCHAR'" for position in range(len(file.header)))
    return (
        f"read_csv({literal(str(file.path))}, columns = {{{columns}}}, auto_detect = false, header = true, "
        f"delim = {literal(file.separator)}, quote = '\"', escape = '\"', encoding = {literal(encoding)})"
    )


def _with_one_line_end(file: TextFile) -> TextFile:
    content = file.path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    unified = file.scratch / f"{file.path.name}{_UNIFIED}"
    unified.write_bytes(content)
    return replace(file, path=unified)


def _sentence(label: str, message: str) -> str:
    line = re.search(r"CSV Error on Line: (\d+)", message)
    place = f"{label}, line {line.group(1)}" if line else label
    for pattern, reason in _REASONS:
        if found := re.search(pattern, message):
            return f"{place}: {reason.format(*found.groups())}"
    return f"{place}: {message.splitlines()[0].removeprefix('Invalid Input Error: ')}"

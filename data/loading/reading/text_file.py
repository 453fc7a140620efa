"""Unpacks a text file and learns what its reader has to know: header, separator, blank lines."""

import codecs
import csv
import gzip
import re
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.loading.errors import LoadError

_CHUNK = 1 << 24
_SEPARATORS = ",;\t|"
_QUOTED_OR_BLANK = re.compile(rb'"[^"]*"|\n(?=\r?\n)')
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class TextFile:
    """A plain text file of separated values."""

    path: Path
    label: str
    header: tuple[str, ...]
    separator: str
    scratch: Path
    blank_lines: int
    first_blank_line: int


def unpack(path: Path, scratch: Path) -> Path:
    """Return the plain file, decompressed and verified where it is compressed.

    Raises LoadError for a compressed file that is cut off or damaged.
    """
    if path.suffix.lower() != ".gz":
        return path
    plain = scratch / path.stem
    try:
        with gzip.open(path) as packed, plain.open("wb") as target:
            shutil.copyfileobj(packed, target, _CHUNK)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        records = plain.read_bytes().count(b"\n")
        raise LoadError(
            f"{path.name}, line {records + 1}: the compressed file is cut off or damaged ({error}); fetch it again."
        ) from None
    return plain


def survey(path: Path, label: str, scratch: Path) -> TextFile:
    """Look at the header of a plain file and count its blank lines.

    Raises LoadError for an empty file and one in wide characters.
    """
    with path.open("rb") as file:
        first = file.readline()
    if first.startswith(_WIDE_MARKS):
        raise LoadError(f"{label}, line 1: the file is UTF-16 text; save it as UTF-8.")
    _refuse_zero_bytes(path, label)
    line = first.decode("utf-8-sig", errors="replace").rstrip("\r\n").split("\r")[0]
    if not line.strip():
        raise LoadError(f"{label}, line 1: there is no header" + (": the file is empty." if not first else "."))
    separator = max(_SEPARATORS, key=line.count)
    header = next(csv.reader([line], delimiter=separator))
    return TextFile(path, label, tuple(header), separator, scratch, *_blank_lines(path))


def _refuse_zero_bytes(path: Path, label: str) -> None:
    line = 1
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if (position := chunk.find(b"\0")) >= 0:
                line += chunk.count(b"\n", 0, position)
                raise LoadError(f"{label}, line {line}: a zero byte; this is no text file in UTF-8.")
            line += chunk.count(b"\n")


def _blank_lines(path: Path) -> tuple[int, int]:
    """How many empty lines stand between others, outside quotes, and the number of the first."""
    return _outside_quotes(path.read_bytes().rstrip()) if any(_has_blank_line(path)) else (0, 0)


def _has_blank_line(path: Path) -> Iterator[bool]:
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = tail + chunk
            yield b"\n\n" in text or b"\n\r\n" in text
            tail = chunk[-2:]


def _outside_quotes(content: bytes) -> tuple[int, int]:
    found = [match.start() for match in _QUOTED_OR_BLANK.finditer(content) if match.group().startswith(b"\n")]
    return len(found), content.count(b"\n", 0, found[0] + 1) + 1 if found else 0

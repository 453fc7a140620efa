"""Finds the files of a source in a folder, whatever the case and punctuation of their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from data.loading.errors import LoadError
from data.loading.source import RawFile, Source

_FORMATS = (".csv", ".csv.gz", ".parquet", ".json", ".xlsx")


@dataclass(frozen=True)
class Found:
    """A file of the delivery and what it is."""

    path: Path
    form: str
    raw: RawFile


def plain(name: str) -> str:
    """Name without case and punctuation: Customer ID, customer_id and CustomerID are the same."""
    return re.sub(r"[^a-z0-9*]", "", name.lower())


def find(source: Source, folder: Path) -> list[Found]:
    """Every file of the source that lies in the folder.

    Raises LoadError for a missing or an ambiguous one.
    """
    if not folder.is_dir():
        raise LoadError(f"{folder} is not a folder.")
    entries = list(_readable(folder))
    delivery = [found for raw in source.files for found in _files_of(raw, entries, folder)]
    if not delivery:
        some = ", ".join(raw.name for raw in source.files[:5])
        raise LoadError(f"{folder} holds none of the files of {source.name}: {some}, …")
    return delivery


def size(folder: Path) -> int:
    """Bytes of all files in the folder that any source could read."""
    return sum(path.stat().st_size for path, _ in _readable(folder)) if folder.is_dir() else 0


def _readable(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.iterdir()):
        form = next((form for form in _FORMATS if path.name.lower().endswith(form)), None)
        if form and path.is_file():
            yield path, form


def _files_of(raw: RawFile, entries: list[tuple[Path, str]], folder: Path) -> list[Found]:
    found = [
        Found(path, form, raw)
        for path, form in entries
        if any(fnmatch(plain(path.name[: -len(form)]), plain(name)) for name in raw.names)
    ]
    if not found and not raw.optional:
        raise LoadError(f"{folder} has no file {raw.name}: expected {_accepted(raw)}.")
    if len(found) > 1 and not raw.several:
        raise LoadError(f"{found[0].path.name} and {found[1].path.name} are both {raw.name}: remove one.")
    return found


def _accepted(raw: RawFile) -> str:
    return " or ".join(f"{name}.csv" for name in raw.names) + " (also .csv.gz, .xlsx, .parquet, .json)"

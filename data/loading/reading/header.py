"""Which column of a file is which of ours."""

from collections.abc import Sequence

from data.loading.errors import LoadError
from data.loading.reading.delivery import plain
from data.loading.source import RawFile


def chosen(raw: RawFile, header: Sequence[str], label: str) -> dict[str, int]:
    """Position of each of our columns in the header; an optional one may be absent.

    Raises LoadError for a missing column.
    """
    found = _positions(raw, header)
    for column, spellings in raw.columns.items():
        if column not in found and column not in raw.optional_columns:
            raise LoadError(f"{label}, line 1: the column {' or '.join(spellings)} is missing.")
    return found


def columns_fit(raw: RawFile, header: Sequence[str]) -> bool:
    """Whether the header has all columns we cannot do without."""
    return set(raw.columns) - raw.optional_columns <= set(_positions(raw, header))


def _positions(raw: RawFile, header: Sequence[str]) -> dict[str, int]:
    by_name: dict[str, int] = {}
    for position, name in enumerate(header):
        by_name.setdefault(plain(name), position)
    found = {column: _first(by_name, (*spellings, column)) for column, spellings in raw.columns.items()}
    return {column: position for column, position in found.items() if position is not None}


def _first(by_name: dict[str, int], spellings: Sequence[str]) -> int | None:
    return next((by_name[plain(name)] for name in spellings if plain(name) in by_name), None)

"""Turns what engines and the system say about a failure into one sentence for people."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from data.loading.errors import LoadError

_ALWAYS: tuple[type[Exception], ...] = (OSError, duckdb.Error, SQLAlchemyError)
_CAUSES = (
    (
        ("no space left", "disk is full", "disk full", "file too large", "disk quota", "not enough space", "disk i/o"),
        "There is no room left for {place}: make some and load again; what was published stays as it was.",
    ),
    (
        (
            "permission denied",
            "read-only file",
            "readonly database",
            "not permitted",
            "unable to open",
            "access_denied",
        ),
        "Whitespot may not write {place}: give its user the right to, or name another place.",
    ),
    (
        ("connection refused", "could not translate", "failed to resolve", "name or service not known", "timed out"),
        "No server answers at {place}: start it, or correct the address.",
    ),
    (
        ("does not exist\n", "unknown_database"),
        "There is no database {place}: create it first.",
    ),
    (
        ("not a directory", "file exists"),
        "{place} cannot be made because a part of its path is a file: name another place.",
    ),
)


@contextmanager
def explaining(url: str, *errors: type[Exception]) -> Iterator[None]:
    """Raise LoadError in place of the system's, DuckDB's, SQLAlchemy's and the given errors."""
    try:
        yield
    except (*_ALWAYS, *errors) as error:
        raise LoadError(sentence(url, str(error))) from error


def sentence(url: str, message: str) -> str:
    """Say what went wrong at a warehouse."""
    parts = make_url(url)
    place = str(parts.database) if parts.host is None else parts.render_as_string(hide_password=True)
    for signs, text in _CAUSES:
        if any(sign in message.lower() for sign in signs):
            return text.format(place=place)
    return f"The warehouse {place} gave up: {(message.strip() or 'it did not say why').splitlines()[0]}"

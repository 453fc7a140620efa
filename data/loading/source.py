"""A source: the files it is published as and the SELECTs that make canonical tables of them."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from data.loading.canonical import TABLES
from data.loading.errors import LoadError

SOURCES = Path(__file__).resolve().parent.parent / "sources"
_CONTROL_TOTALS = "control_totals"
_FILE_SETTINGS = {"names", "columns", "optional", "optional_columns", "several", "encodings", "lookup", "tolerated"}
_SOURCE_SETTINGS = {"title", "currency", "layout", "tolerated", "open", "one_row_per_unit", "files"}


@dataclass(frozen=True)
class RawFile:
    """A published file: how it may be called, the columns we read and how they may be spelled."""

    name: str
    names: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
    optional: bool = False
    optional_columns: frozenset[str] = frozenset()
    several: bool = False
    encodings: tuple[str, ...] = ("utf-8",)
    tolerated: float | None = None
    """Share of its rows that may be rejected, where it is not the source's."""
    lookup: bool = False
    """Whether it only helps to make other tables, so that its own prepared table accounts for its rows."""


@dataclass(frozen=True)
class Source:
    """A source by name."""

    name: str
    title: str
    currency: str
    files: tuple[RawFile, ...]
    prepared: dict[str, str]
    """SELECTs of the source's own tables, made first, in the order of their names."""
    canonical: dict[str, str]
    control_totals: str = ""
    tolerated: float = 0.05
    """Share of the rows of a file that may be rejected before the load refuses."""
    open: frozenset[str] = frozenset()
    """Tables that get a row for every id that is referred to and not delivered."""
    one_row_per_unit: bool = False
    """Whether equal lines of an order are units of one line."""
    describes_itself: bool = False
    """Whether it is the canonical layout: a file per table, and dataset.json may name title, currency and source."""

    def delivering(self, files: set[str]) -> "Source":
        """This source with the tables that these files can fill; only the canonical layout knows which."""
        if not self.describes_itself:
            return self
        return replace(self, canonical={name: select for name, select in self.canonical.items() if name in files})


def names() -> list[str]:
    """Sources that come with Whitespot."""
    return sorted(folder.parent.name for folder in SOURCES.glob("*/source.toml"))


def read_source(name: str) -> Source:
    """Read a source by its name, or by the path of its folder.

    Raises LoadError when there is none or its source.toml is wrong.
    """
    folder = SOURCES / name if name in names() else Path(name)
    if not (folder / "source.toml").is_file():
        raise LoadError(f"There is no source {name}: known are {', '.join(names())}, or the path of a source's folder.")
    try:
        settings = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LoadError(f"{folder / 'source.toml'}: {error}") from None
    _refuse_unknown(folder, settings, _SOURCE_SETTINGS)
    try:
        selects = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql"))}
        return (_canonical if settings.get("layout") else _published)(folder, settings, selects)
    except (AttributeError, TypeError, ValueError) as error:
        raise LoadError(f"{folder / 'source.toml'}: a setting has the wrong kind of value ({error}).") from None


def _published(folder: Path, settings: dict[str, Any], selects: dict[str, str]) -> Source:
    own = [name for name in selects if name not in TABLES and name != _CONTROL_TOTALS]
    return Source(
        name=folder.name,
        files=tuple(_raw_file(folder, name, entry) for name, entry in settings.get("files", {}).items()),
        prepared={name: selects[name] for name in own},
        canonical={name: selects[name] for name in TABLES if name in selects},
        control_totals=selects.get(_CONTROL_TOTALS, ""),
        **_plain(folder, settings),
    )


def _canonical(folder: Path, settings: dict[str, Any], selects: dict[str, str]) -> Source:
    files = tuple(
        RawFile(
            name=table.name,
            names=(table.name,),
            columns={f.name: (f.name,) for f in table.fields},
            optional=True,
            optional_columns=frozenset(f.name for f in table.fields if not f.required),
        )
        for table in TABLES.values()
    )
    return Source(
        name=folder.name,
        files=files,
        prepared={},
        canonical={table: f"SELECT * FROM raw.{table}" for table in TABLES},  # noqa: S608  # names of ours
        control_totals=selects[_CONTROL_TOTALS],
        describes_itself=True,
        **_plain(folder, settings),
    )


def _plain(folder: Path, settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": settings.get("title", folder.name),
        "currency": settings.get("currency", ""),
        "tolerated": _share(folder, settings, 0.05),
        "open": frozenset(settings.get("open", ())),
        "one_row_per_unit": bool(settings.get("one_row_per_unit", False)),
    }


def _raw_file(folder: Path, name: str, entry: dict[str, Any]) -> RawFile:
    _refuse_unknown(folder, entry, _FILE_SETTINGS)
    optional = frozenset(entry.get("optional_columns", ()))
    return RawFile(
        name=name,
        names=tuple(entry.get("names", [name])),
        columns=_columns(folder, name, entry),
        optional=bool(entry.get("optional", False)),
        optional_columns=optional,
        several=bool(entry.get("several", False)),
        encodings=tuple(entry.get("encodings", ["utf-8"])),
        lookup=bool(entry.get("lookup", False)),
        tolerated=_share(folder, entry, None),
    )


def _columns(folder: Path, name: str, entry: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    columns = entry.get("columns")
    if not columns:
        raise LoadError(f"{folder / 'source.toml'}: files.{name} has no columns.")
    return {column: (given,) if isinstance(given, str) else tuple(given) for column, given in columns.items()}


def _share(folder: Path, settings: dict[str, Any], default: float | None) -> float | None:
    share = settings.get("tolerated", default)
    if share is not None and not isinstance(share, int | float):
        raise LoadError(f"{folder / 'source.toml'}: tolerated is no number.")
    return share


def _refuse_unknown(folder: Path, settings: dict[str, Any], known: set[str]) -> None:
    unknown = set(settings) - known
    if unknown:
        raise LoadError(
            f"{folder / 'source.toml'}: unknown setting {min(unknown)}; known are {', '.join(sorted(known))}."
        )

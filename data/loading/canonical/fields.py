"""What a column of a canonical table holds and what becomes of a value it cannot hold."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value is; each kind has one SQL type."""

    TEXT = "VARCHAR"
    WHOLE = "BIGINT"
    MONEY = "DECIMAL(18,6)"
    NUMBER = "DOUBLE"
    MOMENT = "TIMESTAMP"
    DAY = "DATE"
    FLAG = "BOOLEAN"


@dataclass(frozen=True)
class Field:
    """One column: its kind, the values it accepts, and whether a row can do without it.

    A value that cannot be read or is out of range is left blank, a repair; where `needed`, the row is rejected.
    """

    name: str
    kind: Kind = Kind.TEXT
    meaning: str = ""
    needed: bool = False
    required: bool = False
    low: str = ""
    high: str = ""
    one_of: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule of a table: rows for which `when` holds are `rejected`, `repaired` by blanking `blanks`, or `noted`."""

    name: str
    outcome: str
    when: str
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A column that names a row of another table.

    star : where published ones are found; empty where it has to be in the same delivery.
    open : whether an id nobody delivered makes a row of that table, as long as the delivery has no such table.
    """

    column: str
    table: str
    star: str
    open: bool = True


@dataclass(frozen=True)
class Canonical:
    """A canonical table: what a source has to deliver, by the source's own ids."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    rules: tuple[Rule, ...] = ()
    merges: bool = False
    """Whether a repeated key is one thing told several times (the newest telling counts) or a mistake."""

    def field(self, name: str) -> Field:
        """Field of a name."""
        return next(f for f in self.fields if f.name == name)


def text(name: str, meaning: str = "", **more: object) -> Field:
    """Text, blank where unknown."""
    return Field(name, Kind.TEXT, meaning, **more)  # type: ignore[arg-type]


def identity(name: str, meaning: str = "") -> Field:
    """An id no row can do without."""
    return Field(name, Kind.TEXT, meaning, needed=True, required=True)


def whole(name: str, meaning: str = "", low: int | None = None, high: int | None = None, **more: object) -> Field:
    """Whole number."""
    return Field(name, Kind.WHOLE, meaning, low=_bound(low), high=_bound(high), **more)  # type: ignore[arg-type]


def money(name: str, meaning: str = "", low: int | None = None, **more: object) -> Field:
    """Amount in the currency of the data set, exact to the sixth decimal."""
    return Field(name, Kind.MONEY, meaning, low=_bound(low), **more)  # type: ignore[arg-type]


def degrees(name: str, limit: int) -> Field:
    """Coordinate in degrees."""
    return Field(name, Kind.NUMBER, "degrees", low=str(-limit), high=str(limit))


def moment(name: str, meaning: str = "", **more: object) -> Field:
    """Date and time of the shop's own clock."""
    return Field(name, Kind.MOMENT, meaning, low="'1900-01-01'", high="'2299-12-31'", **more)  # type: ignore[arg-type]


def day(name: str, meaning: str = "", **more: object) -> Field:
    """Calendar day."""
    return Field(name, Kind.DAY, meaning, low="'1900-01-01'", high="'2299-12-31'", **more)  # type: ignore[arg-type]


def flag(name: str, meaning: str = "", default: str = "false") -> Field:
    """True or false."""
    return Field(name, Kind.FLAG, meaning, default=default)


def _bound(value: int | None) -> str:
    return "" if value is None else str(value)


PLACE = (
    text("country", "name or ISO code"),
    text("state_code", "as used in addresses: CA, SP"),
    text("state", "full name"),
    text("city"),
)
COORDINATES = (degrees("latitude", 90), degrees("longitude", 180))
WHOLE_COORDINATES = (
    Rule(
        "half_a_coordinate",
        "repaired",
        "(latitude IS NULL) <> (longitude IS NULL)",
        blanks=("latitude", "longitude"),
    ),
    Rule("coordinates_zero", "repaired", "latitude = 0 AND longitude = 0", blanks=("latitude", "longitude")),
)

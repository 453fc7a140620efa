"""What the API answers, as the dashboard knows it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from dash_app.texts import say
from dash_app.wording import worded


@dataclass(frozen=True)
class ColumnInfo:
    """Declaration of a column: what its numbers mean and how they are written."""

    name: str
    unit: str
    description: str


@dataclass(frozen=True)
class Result:
    """Answer to one analysis."""

    analysis: str
    title: str
    version: int
    currency: str
    columns: tuple[ColumnInfo, ...]
    rows: list[dict[str, Any]]
    summary: dict[str, Any]

    @classmethod
    def read(cls, body: dict[str, Any]) -> Self:
        """Read the JSON of an answer."""
        same = ("analysis", "title", "version", "currency", "rows", "summary")
        return cls(columns=_columns(body["columns"]), **{name: body[name] for name in same})

    def first(self, most: int) -> "Result":
        """The answer cut after so many rows."""
        if len(self.rows) <= most:
            return self
        return replace(self, rows=self.rows[:most], summary={**self.summary, "rows": most, "truncated": True})

    def column(self, name: str) -> list[Any]:
        """Return the values of a column."""
        return [row[name] for row in self.rows]

    def unit(self, name: str) -> str:
        """Return the unit of a column."""
        return next(column.unit for column in self.columns if column.name == name)

    @property
    def unavailable(self) -> str:
        """Why this data set cannot answer, empty where it can."""
        return worded(self.summary.get("unavailable", ""), self.summary.get("texts", []))

    @property
    def is_beyond_the_data(self) -> bool:
        """Whether this data set cannot answer however the question is asked."""
        return bool(self.summary.get("lacking"))

    @property
    def notes(self) -> list[str]:
        """What the viewer should know about the selection."""
        return [worded(note, self.summary.get("texts", [])) for note in self.summary.get("notes", [])]


@dataclass(frozen=True)
class Explained:
    """An analysis in words; requires : what the data has to hold for it."""

    name: str
    url: str
    title: str
    explanation: str
    columns: tuple[ColumnInfo, ...]
    parameters: tuple[tuple[str, str], ...]
    requires: tuple[str, ...] = ()

    @classmethod
    def read(cls, body: dict[str, Any]) -> Self:
        """Read one entry of the catalogue."""
        same = {name: body[name] for name in ("name", "url", "title", "explanation")}
        parameters = tuple((each["name"], each["description"]) for each in body["parameters"])
        return cls(columns=_columns(body["columns"]), parameters=parameters, requires=tuple(body["requires"]), **same)

    def takes(self, parameter: str) -> bool:
        """Whether the analysis has this parameter."""
        return any(name == parameter for name, _ in self.parameters)


@dataclass(frozen=True)
class Holding:
    """Something a data set may hold, in words, and the files and columns it comes from."""

    name: str
    words: str
    comes_from: str
    held: bool


@dataclass(frozen=True)
class Dataset:
    """What the published version of the data holds."""

    version: int
    title: str
    currency: str
    first_day: date | None
    as_of: date | None
    age_seconds: int
    capabilities: frozenset[str]
    source: str = ""
    engine: str = ""
    load_id: str = ""
    holdings: tuple[Holding, ...] = ()

    @classmethod
    def read(cls, body: dict[str, Any]) -> Self:
        """Read the facts of a version."""
        names = ("version", "title", "currency", "age_seconds", "source", "engine", "load_id")
        first_day, as_of = (_day(body[name]) for name in ("first_day", "as_of"))
        return cls(
            first_day=first_day,
            as_of=as_of,
            capabilities=frozenset(body["capabilities"]),
            holdings=tuple(Holding(**holding) for holding in body["holdings"]),
            **{name: body[name] for name in names},
        )


@dataclass
class ApiError(Exception):
    """The API refused or could not answer; the message says what to do."""

    code: str
    message: str
    details: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def read(cls, body: dict[str, Any]) -> Self:
        """Read the JSON of a refusal, for whoever reads now."""
        texts = body.get("texts", [])
        details = [detail | {"problem": worded(detail["problem"], texts)} for detail in body.get("details", [])]
        return cls(body.get("code", "error"), worded(body.get("message", ""), texts) or say("The API failed."), details)

    def __str__(self) -> str:
        return self.message


def _columns(listed: list[dict[str, str]]) -> tuple[ColumnInfo, ...]:
    return tuple(ColumnInfo(c["name"], c["unit"], c["description"]) for c in listed)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

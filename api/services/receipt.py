"""The receipt of an answer: what was asked, how it was computed, and from what."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Self
from urllib.parse import urlencode

from sqlalchemy import Dialect

from api.services.analysis import REGISTRY, Answer
from api.services.filters import Filters
from api.services.selection_words import filters_in_words, period_in_words
from api.services.sql_layout import laid_out
from api.services.statements import Statement, written
from api.services.wording import Wording, marked, texts_of, worded

_MONEY = marked("Tables hold money as whole millionths: divided by 1e6 it is {currency}.")


@dataclass(frozen=True)
class Receipt:
    """How an answer came to be; kept beside the answer, so that explaining it runs nothing again."""

    analysis: str
    filters: list[Wording]
    period: Wording | None
    parameters: list[dict[str, Any]]
    columns: list[dict[str, Any]]
    statements: list[Statement]
    rows_answered: int
    remarks: list[Wording]
    milliseconds: float
    answered_at: datetime
    engine: str
    source: str
    version: int
    as_of: date | None
    loaded_at: datetime
    currency: str
    url: str

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Write the receipt of an answer."""
        question = answer.question
        analysis, params, data = question.analysis, question.params, question.data
        dialect = question.snapshot.engine.dialect
        return cls(
            analysis=analysis.name,
            filters=filters_in_words(params),
            period=period_in_words(params, data),
            parameters=_own_parameters(params),
            columns=_columns(analysis.name, dialect),
            statements=question.statements,
            rows_answered=len(answer.rows),
            remarks=_remarks(question.summary),
            milliseconds=round(answer.seconds * 1000, 1),
            answered_at=answer.answered_at,
            engine=dialect.name,
            source=data.source,
            version=data.version,
            as_of=data.as_of,
            loaded_at=data.loaded_at.replace(tzinfo=UTC),
            currency=data.currency,
            url=_url(analysis.name, params),
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the receipt as it leaves the API, statements laid out for people."""
        analysis, money = REGISTRY[self.analysis], worded(_MONEY, currency=self.currency)
        return {
            "analysis": self.analysis,
            "title": analysis.title,
            "definition": analysis.explanation,
            "filters": self.filters,
            "period": self.period or "",
            "parameters": self.parameters,
            "columns": self.columns,
            "statements": [
                {"sql": laid_out(s.sql, self.engine), "rows_returned": s.rows, "milliseconds": s.milliseconds}
                for s in self.statements
            ],
            "money": money,
            "rows_answered": self.rows_answered,
            "remarks": self.remarks,
            "milliseconds": self.milliseconds,
            "answered_at": _moment(self.answered_at),
            "engine": self.engine,
            "source": self.source,
            "version": self.version,
            "as_of": self.as_of,
            "loaded_at": _moment(self.loaded_at),
            "url": self.url,
            "texts": texts_of([*self.filters, *([self.period] if self.period else []), money, *self.remarks]),
        }


@lru_cache(maxsize=512)
def _columns(name: str, dialect: Dialect) -> list[dict[str, Any]]:
    """Columns with their meaning, and their formula where one expression of SQL is all there is to it."""
    return [
        {
            "name": column.name,
            "unit": column.unit,
            "description": column.description,
            "formula": None if column.expression is None else written(column.expression, dialect),
        }
        for column in REGISTRY[name].columns
    ]


def _own_parameters(params: Filters) -> list[dict[str, Any]]:
    """Parameters of the analysis beside the filters, with the values that were in force."""
    values = params.model_dump(mode="json")
    return [
        {"name": name, "value": values[name], "description": field.description or ""}
        for name, field in type(params).model_fields.items()
        if name not in Filters.model_fields and values[name] not in (None, "", [])
    ]


def _remarks(summary: dict[str, Any]) -> list[Wording]:
    """What the reader has to know about the rows."""
    missing = [summary["unavailable"]] if "unavailable" in summary else []
    cut = [worded("The limit leaves out further rows.")] if summary.get("truncated") else []
    return [*missing, *cut, *summary.get("notes", [])]


def _url(name: str, params: Filters) -> str:
    """Request that gives the answer again, relative to the address of the API."""
    query = urlencode(params.model_dump(mode="json", exclude_defaults=True), doseq=True)
    return f"/api/{name}?{query}" if query else f"/api/{name}"


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")

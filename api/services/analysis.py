"""An analysis is a named question; whatever can be derived from its declaration is derived."""

import inspect
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any, get_type_hints

from pydantic import Field, create_model
from sqlalchemy import Select
from sqlalchemy.sql.util import find_tables

from api.services.capabilities import lacking, missing_filters, missing_requirements
from api.services.columns import Column
from api.services.comparing import CHANGE, PREVIOUS, Compared, CompareWith, Sort, SortBy, with_change
from api.services.errors import NotInThisData
from api.services.filters import Filters, SaleFilters
from api.services.parameters import parsed
from api.services.periods import Compare
from api.services.selection_notes import notes_on
from api.services.statements import Statement
from api.services.view_definitions import definitions
from api.services.warehouse import Dataset, Row, Snapshot, Whole
from api.services.wording import texts_of

MOST_ROWS = 100_000
_GIVEN = ("filters", "data")


@dataclass
class Question:
    """An analysis asked with its parameters of one version of the data."""

    analysis: "Analysis"
    params: Filters
    snapshot: Snapshot
    summary: dict[str, Any] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    @property
    def data(self) -> Dataset:
        """The version asked."""
        return self.snapshot.dataset

    def option(self, name: str) -> Any:
        """Value of a parameter that is not a filter."""
        return getattr(self.params, name)

    def arguments(self, function: Callable[..., Any]) -> dict[str, Any]:
        """Arguments a function names: parameters of the request and what the frame gives."""
        given = {"filters": self.params, "data": self.data}
        names = inspect.signature(function).parameters
        return {name: given[name] if name in _GIVEN else self.option(name) for name in names}

    def query(self, query: Select[Any], filters: Filters | None = None) -> Select[Any]:
        """Add the definitions of the views that the query names."""
        used = set(find_tables(query, check_columns=True, include_selects=True, include_joins=True))
        return query.add_cte(*definitions(filters or self.params, self.data, used))

    def rows(self, query: Select[Any], filters: Filters | None = None) -> list[Row]:
        """Run a query under the filters of the question, or under others."""
        asked, begun = self.query(query, filters), time.perf_counter()
        rows, sql = self.snapshot.rows_with_sql(asked)
        self._note(sql, len(rows), begun)
        return rows

    def arrays(self, query: Select[Any]) -> dict[str, Whole]:
        """Run a query of whole numbers under the filters of the question; one array per column."""
        asked, begun = self.query(query), time.perf_counter()
        arrays, sql = self.snapshot.arrays_with_sql(asked)
        self._note(sql, max(map(len, arrays.values()), default=0), begun)
        return arrays

    def _note(self, sql: str, rows: int, begun: float) -> None:
        """Remember for the receipt what was run."""
        self.statements.append(Statement(sql, rows, round(1000 * (time.perf_counter() - begun), 1)))


Refine = Callable[[list[Row], Question], list[Row]]


@dataclass(frozen=True)
class Answer:
    """What a question came to."""

    question: Question
    rows: list[Row]
    seconds: float
    answered_at: datetime

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as it leaves the API."""
        analysis, data = self.question.analysis, self.question.data
        return {
            "analysis": analysis.name,
            "title": analysis.title,
            "params": self.question.params.model_dump(mode="json", exclude_defaults=True),
            "as_of": data.as_of,
            "version": data.version,
            "currency": data.currency,
            "columns": [{"name": c.name, "unit": c.unit, "description": c.description} for c in analysis.columns],
            "rows": self.rows,
            "summary": self.question.summary,
        }


@dataclass(frozen=True)
class Analysis:
    """A named question: its parameters, its query, its columns and its words."""

    area: str
    short_name: str
    title: str
    explanation: str
    columns: tuple[Column, ...]
    params: type[Filters]
    ask: Callable[..., Select[Any]]
    requires: tuple[str, ...]
    refine: Refine | None
    limit_refined: bool = False
    compared: Compared | None = None

    @property
    def name(self) -> str:
        """Area and name, as in the URL."""
        return self.area if self.short_name == self.area else f"{self.area}/{self.short_name}"

    def parse(self, given: dict[str, list[str]]) -> Filters:
        """Check the parameters of a request.

        given : every value of every parameter, as they came.
        Raises WrongParameters, naming each wrong parameter and its problem.
        """
        return parsed(self.params, given)

    def run(self, snapshot: Snapshot, params: Filters) -> Answer:
        """Answer the question from one version of the data."""
        question = Question(self, params, snapshot)
        begun, answered_at = time.perf_counter(), datetime.now(UTC)
        rows = self._rows_or_reason(question)
        return Answer(question, rows, time.perf_counter() - begun, answered_at)

    def _rows_or_reason(self, question: Question) -> list[Row]:
        """Rows of the answer; where the data cannot answer, none, and the reason in the summary."""
        missing = missing_requirements(self.requires, question.data) or missing_filters(question.params, question.data)
        try:
            if missing:
                raise NotInThisData(missing)
            return self._rows(question)
        except NotInThisData as reason:
            question.summary = {
                "rows": 0,
                "unavailable": reason.reason,
                "lacking": lacking(self.requires, question.data),
                "texts": texts_of([reason.reason]),
            }
            return []

    def _rows(self, question: Question) -> list[Row]:
        query = self.ask(**question.arguments(self.ask))
        limit = getattr(question.params, "limit", None)
        is_late = self.limit_refined or bool(self.compared and self.compared.resorts(question))
        early, late = (None, limit) if is_late else (limit, None)
        rows = _shortened(question.rows(query if early is None else query.limit(early + 1)), early, question)
        if self.refine:
            rows = self.refine(rows, question)
        if self.compared:
            rows = with_change(rows, question, self.compared)
        rows = _shortened(rows, late, question)
        own = question.summary.get("notes", [])
        if notes := [*own, *notes_on(question.params, question.snapshot, has_rows=bool(rows or own))]:
            question.summary |= {"notes": notes, "texts": texts_of(notes)}
        return [{column.name: row[column.name] for column in self.columns} for row in rows]


def _shortened(rows: list[Row], limit: int | None, question: Question) -> list[Row]:
    """Cut the rows at the limit, if there is one, and say so."""
    if limit is not None and len(rows) > limit:
        rows = rows[:limit]
        question.summary["truncated"] = True
    question.summary["rows"] = len(rows)
    return rows


REGISTRY: dict[str, Analysis] = {}


def analysis(  # noqa: PLR0913 - a declaration has as many words as there are things to say
    *,
    title: str,
    columns: Sequence[Column],
    filters: type[Filters] = SaleFilters,
    requires: Iterable[str] = ("orders",),
    refine: Refine | None = None,
    limit: int | None = MOST_ROWS,
    limit_refined: bool = False,
    compared: Compared | None = None,
) -> Callable[[Callable[..., Select[Any]]], Analysis]:
    """Declare the decorated function as an analysis; its docstring is the info text.

    The function takes the parameters of its own and returns a query over the views. An argument called `filters` or
    `data` receives the filters or the data set instead of coming from the request.
    limit : rows returned where the request does not say; None for questions whose answer is short by nature.
    limit_refined : the limit applies to what `refine` returns, not to the query before it.
    compared : adds the revenue of each row in another period and the change, under the parameter `compare`; with
        `sorts` also the parameter `sort`.
    """

    def declare(ask: Callable[..., Select[Any]]) -> Analysis:
        declared = Analysis(
            area=ask.__module__.split(".")[-2],
            short_name=ask.__name__,
            title=title,
            explanation=inspect.getdoc(ask) or "",
            columns=(*columns, PREVIOUS, CHANGE) if compared else tuple(columns),
            params=_params_of(ask, filters, limit, compared),
            ask=ask,
            requires=tuple(requires),
            refine=refine,
            limit_refined=limit_refined,
            compared=compared,
        )
        REGISTRY[declared.name] = declared
        return declared

    return declare


def _params_of(
    ask: Callable[..., Select[Any]], filters: type[Filters], limit: int | None, compared: Compared | None
) -> type[Filters]:
    hints = get_type_hints(ask, include_extras=True)
    own = [p for p in inspect.signature(ask).parameters.values() if p.name not in _GIVEN]
    fields: dict[str, Any] = {p.name: (hints[p.name], ... if p.default is p.empty else p.default) for p in own}
    if compared:
        fields["compare"] = (CompareWith, Compare.PREVIOUS)
    if compared and compared.sorts:
        fields["sort"] = (SortBy, Sort.LARGEST)
    if limit is not None:
        meaning = f"Most rows returned, {limit:,} where not said."
        fields["limit"] = (Annotated[int, Field(ge=1, le=MOST_ROWS, description=meaning)], limit)
    return create_model(f"{ask.__name__}_params", __base__=filters, **fields)

"""Revenue of each member in another period: the one before, or the same days a year before."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field
from sqlalchemy import Select

from api.services.columns import Column
from api.services.periods import Compare
from api.services.units import Unit
from api.services.warehouse import Row

if TYPE_CHECKING:
    from api.services.analysis import Question
    from api.services.filters import Filters

CompareWith = Annotated[
    Compare,
    Field(
        description="Compare with the days right before, or with the same days a year before; whole months stay whole.",
        examples=["year"],
    ),
]


class Sort(StrEnum):
    """Which rows come first."""

    LARGEST = "largest"
    FALLING = "falling"
    RISING = "rising"


SortBy = Annotated[
    Sort,
    Field(
        description="Largest first, or by change: the steepest fall or rise first, rows without a change last.",
        examples=["falling"],
    ),
]
PREVIOUS = Column(
    "previous", Unit.MONEY, "Revenue in the period compared with, 0 without a sale; absent where not covered."
)
CHANGE = Column("change", Unit.CHANGE, "(revenue - previous) / previous; absent where previous is absent or 0.")


@dataclass(frozen=True)
class Compared:
    """How an analysis finds the revenue of its members in another period.

    query : takes parameters of the analysis, returns the columns `by` and `revenue`.
    by : columns that name a member.
    sorts : whether the parameter `sort` may put the rows in the order of their change.
    """

    query: Callable[..., Select[Any]]
    by: tuple[str, ...]
    sorts: bool = False

    def resorts(self, question: "Question") -> bool:
        """Whether the rows are asked for in the order of their change."""
        return self.sorts and question.option("sort") != Sort.LARGEST


def change(now: float | None, before: float | None) -> float | None:
    """Relative change; absent where there is nothing to compare with."""
    return (now - before) / before if now is not None and before else None


def period_compared_with(question: "Question") -> "Filters | None":
    """The same filters over the period compared with, if the data covers it; both periods go to the summary."""
    params, data = question.params, question.data
    period, before = params.covered_period(data), params.before(data, question.option("compare"))
    question.summary["period"] = period and {"start": period.start, "end": period.end}
    question.summary["previous_period"] = before and {"start": before.start, "end": before.end}
    return before


def with_change(rows: list[Row], question: "Question", compared: Compared) -> list[Row]:
    """Add `previous` and `change` to each row; the summary says what was sold before by members without a row."""
    before = period_compared_with(question)
    if before is None:
        return [row | {"previous": None, "change": None} for row in rows]
    query = compared.query(**question.arguments(compared.query))
    earlier = {_member(row, compared): row["revenue"] for row in question.rows(query, before)}
    found = [(row, earlier.pop(_member(row, compared), 0.0)) for row in rows]
    if earlier and not question.summary.get("truncated"):
        question.summary["previous_only"] = {"rows": len(earlier), "revenue": sum(earlier.values())}
    changed = [row | {"previous": then, "change": change(row["revenue"], then)} for row, then in found]
    return _by_change(changed, question.option("sort")) if compared.resorts(question) else changed


def _by_change(rows: list[Row], sort: Sort) -> list[Row]:
    sign = 1 if sort == Sort.FALLING else -1
    return sorted(rows, key=lambda row: (row["change"] is None, sign * (row["change"] or 0)))


def _member(row: Row, compared: Compared) -> tuple[Any, ...]:
    return tuple(row[name] for name in compared.by)

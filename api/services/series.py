"""Which periods a series shows and which of them the data covers whole."""

from datetime import date

from api.services.analysis import Question
from api.services.periods import Grain, Period, next_start
from api.services.warehouse import Row


def span_of(rows: list[Row], question: Question) -> Period | None:
    """Days a series covers: as asked, but not beyond the data nor before anything was sold.

    rows : the series in order, each with the first day of its `period`.
    """
    asked, data = question.params.period(question.data), question.data
    if not rows or asked is None or data.first_day is None or data.as_of is None:
        return None
    first = asked.start if question.params.start else rows[0]["period"]
    return Period(max(first, data.first_day), max(min(asked.end, data.as_of), rows[-1]["period"]))


def covered(question: Question) -> Period | None:
    """Days asked for that the data covers; None where it covers none."""
    asked, data = question.params.period(question.data), question.data
    if asked is None or data.first_day is None or data.as_of is None:
        return None
    first, last = max(asked.start, data.first_day), min(asked.end, data.as_of)
    return Period(first, last) if first <= last else None


def is_complete(start: date, grain: Grain, span: Period) -> bool:
    """Whether the whole period that begins at `start` lies in the span."""
    return span.start <= start and next_start(start, grain).toordinal() - 1 <= span.end.toordinal()

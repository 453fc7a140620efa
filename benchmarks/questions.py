"""How long each question takes, beside SQL written by hand and beside its own bare SQL."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event

from api.routes.expose import EXPOSED
from api.routes.formats import to_json
from api.services.analysis import Analysis, Answer
from api.services.receipt import Receipt
from api.services.warehouse import Snapshot, Warehouse
from benchmarks.handwritten import difference, statements

REPEATS = 9
NEEDED = {"members": {"dimension": ["store"]}, "geo/site": {"latitude": ["40.0"], "longitude": ["-83.0"]}}
CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}
"""On a machine that has other work, processor time says more; two threads count twice."""


@dataclass(frozen=True)
class Measured:
    """Median milliseconds of one question; `by_hand_ms` is absent where nobody wrote its SQL."""

    name: str
    rows: int
    answer_ms: float
    own_sql_ms: float
    by_hand_ms: float | None
    difference: str

    @property
    def ratio(self) -> float | None:
        """Whole answer over SQL written by hand."""
        return self.answer_ms / self.by_hand_ms if self.by_hand_ms else None


def measure(warehouse_url: str, repeats: int = REPEATS, clock: str = "wall") -> list[Measured]:
    """Ask every analysis without filters, uncached."""
    snapshot = Warehouse(warehouse_url).snapshot()
    own = {e.analysis.name: e.analysis for e in EXPOSED if not e.is_alias}
    return [_measured(analysis, snapshot, repeats, CLOCKS[clock]) for _, analysis in sorted(own.items())]


def _measured(analysis: Analysis, snapshot: Snapshot, repeats: int, clock: Callable[[], float]) -> Measured:
    params = analysis.parse(NEEDED.get(analysis.name, {}))
    caught = _statements(snapshot.engine, lambda: analysis.run(snapshot, params))
    answer = analysis.run(snapshot, params)
    by_hand = statements().get(analysis.name) if answer.rows else None
    with snapshot.engine.connect() as connection:
        raw = connection.connection.cursor()
        works: list[Callable[[], Any]] = [
            lambda: _written(analysis.run(snapshot, params)),
            lambda: [_fetched(raw, sql, values) for sql, values in caught],
            lambda: _fetched(raw, by_hand, ()) if by_hand else None,
        ]
        seconds = [[_timed(work, clock) for work in works] for _ in range(repeats)]
        wrong = difference(answer.rows, _named(raw, by_hand)) if by_hand else ""
    answer_ms, own_ms, hand_ms = (1000 * statistics.median(one) for one in zip(*seconds, strict=True))
    return Measured(analysis.name, len(answer.rows), answer_ms, own_ms, hand_ms if by_hand else None, wrong)


def _written(answer: Answer) -> bytes:
    return b"".join(to_json(answer, Receipt.of(answer)))


def _statements(engine: Engine, ask: Callable[[], Answer]) -> list[tuple[str, Any]]:
    """SQL an answer needs, as it reaches the driver."""
    caught: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, _context: Any, _many: bool) -> None:
        caught.append((sql, values))

    event.listen(engine, "before_cursor_execute", note)
    ask()
    event.remove(engine, "before_cursor_execute", note)
    return caught


def _fetched(cursor: Any, sql: str, values: Any) -> list[Any]:
    cursor.execute(sql, values)
    rows: list[Any] = cursor.fetchall()
    return rows


def _named(cursor: Any, sql: str) -> list[dict[str, Any]]:
    rows = _fetched(cursor, sql, ())
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in rows]


def _timed(work: Callable[[], Any], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start


def table(measured: list[Measured]) -> str:
    """Print-ready table."""
    lines = [f"{'question':<34}{'rows':>7}{'answer ms':>11}{'own SQL ms':>12}{'by hand ms':>12}{'ratio':>7}"]
    lines += [_line(one) for one in measured]
    if ratios := [one.ratio for one in measured if one.ratio]:
        lines.append(f"{f'median ratio of {len(ratios)}':<76}{statistics.median(ratios):>7.2f}")
    return "\n".join(lines)


def _line(one: Measured) -> str:
    hand = f"{one.by_hand_ms:>12.1f}{one.ratio:>7.2f}" if one.by_hand_ms else ""
    wrong = f"  DIFFERS: {one.difference}" if one.difference else ""
    return f"{one.name:<34}{one.rows:>7,}{one.answer_ms:>11.1f}{one.own_sql_ms:>12.1f}{hand}{wrong}"

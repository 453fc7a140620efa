"""How long each question takes, and what of it is not the SQL."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Engine, event

from api.routes.expose import EXPOSED
from api.services.analysis import Analysis
from api.services.warehouse import Warehouse

REPEATS = 9
NEEDED = {"members": {"dimension": ["store"]}}


@dataclass(frozen=True)
class Measured:
    """Median milliseconds of one question."""

    name: str
    rows: int
    answer_ms: float
    sql_ms: float

    @property
    def ratio(self) -> float:
        """Whole answer over its bare SQL."""
        return self.answer_ms / self.sql_ms if self.sql_ms else float("nan")


def measure(warehouse_url: str, repeats: int = REPEATS) -> list[Measured]:
    """Ask every analysis without filters, uncached."""
    snapshot = Warehouse(warehouse_url).snapshot()
    own = {e.analysis.name: e.analysis for e in EXPOSED if not e.is_alias}
    return [_measured(analysis, snapshot, repeats) for _, analysis in sorted(own.items())]


def _measured(analysis: Analysis, snapshot: Any, repeats: int) -> Measured:
    from api.routes.formats import to_json

    params = analysis.parse(NEEDED.get(analysis.name, {}))
    statements = _statements(snapshot.engine, lambda: analysis.run(snapshot, params))
    with snapshot.engine.connect() as connection:
        raw = connection.connection.cursor()

        def bare() -> None:
            for sql, values in statements:
                raw.execute(sql, values)
                raw.fetchall()

        answers, sqls, rows = [], [], 0
        for _ in range(repeats):
            seconds, answer = _timed(lambda: analysis.run(snapshot, params))
            rows = len(answer.rows)
            answers.append(seconds + _timed(partial(to_json, answer))[0])
            sqls.append(_timed(bare)[0])
    return Measured(analysis.name, rows, 1000 * statistics.median(answers), 1000 * statistics.median(sqls))


def _statements(engine: Engine, ask: Callable[[], Any]) -> list[tuple[str, Any]]:
    """SQL an answer needs, as it reaches the driver."""
    caught: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, _context: Any, _many: bool) -> None:
        caught.append((sql, values))

    event.listen(engine, "before_cursor_execute", note)
    ask()
    event.remove(engine, "before_cursor_execute", note)
    return caught


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def table(measured: list[Measured]) -> str:
    """Print-ready table."""
    lines = [f"{'question':<36}{'rows':>8}{'answer ms':>12}{'bare SQL ms':>13}{'ratio':>8}"]
    lines += [f"{m.name:<36}{m.rows:>8,}{m.answer_ms:>12.1f}{m.sql_ms:>13.1f}{m.ratio:>8.2f}" for m in measured]
    ratios = [m.ratio for m in measured if m.sql_ms]
    if ratios:
        lines.append(f"{'median ratio':<69}{statistics.median(ratios):>8.2f}")
    return "\n".join(lines)

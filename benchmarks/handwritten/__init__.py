"""SQL as an analyst would write it for DuckDB over the star schema: the measure of what an answer may cost.

One file per question, named after it. Where numbers follow from others (a change, an index) it may leave them out.
"""

import math
from functools import cache
from numbers import Real
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]
_PRECISION = 1e-6


@cache
def statements() -> dict[str, str]:
    """SQL by the name of the question."""
    files = Path(__file__).parent.glob("*.sql")
    return {file.stem.replace(".", "/"): file.read_text(encoding="utf-8") for file in files}


def difference(answered: Rows, written: Rows) -> str:
    """Say how two results differ: in rows, or in the sum of a column of numbers both have; empty where they agree."""
    if len(answered) != len(written):
        return f"{len(answered)} rows, by hand {len(written)}"
    for name in sorted(set(answered[0]) & set(written[0])) if answered else ():
        ours, theirs = _sum(answered, name), _sum(written, name)
        if not math.isclose(ours, theirs, rel_tol=_PRECISION, abs_tol=_PRECISION):
            return f"{name} sums to {ours}, by hand to {theirs}"
    return ""


def _sum(rows: Rows, name: str) -> float:
    values = [row[name] for row in rows]
    return math.fsum(float(value) for value in values if isinstance(value, Real) and not isinstance(value, bool))

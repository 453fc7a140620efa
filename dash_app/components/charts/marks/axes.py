"""Axes of amounts, ticked in the unit of their column."""

from collections.abc import Iterable
from math import ceil, floor, log10
from typing import Any

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.reader import decimal

_FORMATS: dict[str, dict[str, Any]] = {
    "number": {"tickformat": "~g"},
    "share": {"tickformat": "~%"},
    "change": {"tickformat": "~%"},
    "km": {"tickformat": "~s", "ticksuffix": f"{numbers.THIN}km"},
}
_LEAST_IN_SHORT = 5
_THOUSANDS = ((1e9, "G"), (1e6, "M"), (1e3, "k"))
_STEPS = (
    (0.5, (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8)),
    (0.75, (1, 1.5, 2, 3, 5, 7)),
    (2.5, (1, 2, 5)),
    (float("inf"), (1,)),
)
"""Powers of ten that an axis spans at most, and the multiples of each that it is ticked at."""


def amounts(result: Result, column: str) -> dict[str, Any]:
    """Return the look of an axis for the amounts of a column."""
    return {"rangemode": "tozero", **axis_of(result.column(column), result.unit(column), result.currency)}


def axis_of(values: Iterable[Any], unit: str, currency: str = "") -> dict[str, Any]:
    """Return the look of an axis for values of a unit: thousands in short, few in full, never thousandths."""
    largest = max((abs(value) for value in values if value is not None), default=0)
    look = _FORMATS.get(unit) or {"tickformat": "~s" if largest >= _LEAST_IN_SHORT else "~g"}
    if unit == "money":
        cents = {"tickformat": ",.2f"} if 0 < largest < _LEAST_IN_SHORT else {}
        look = look | cents | {"tickprefix": numbers.symbol(currency)}
    return {"nticks": 5, **look}


def logarithmic(values: Iterable[Any], unit: str, currency: str = "") -> dict[str, Any]:
    """Return the look of a logarithmic axis, ticked at round amounts: the closer together, the narrower it is."""
    known = [value for value in values if value and value > 0] or [1]
    low, high = log10(min(known)), log10(max(known))
    steps = next(steps for widest, steps in _STEPS if high - low < widest)
    powers = range(floor(low), ceil(high) + 1)
    near = [step * 10.0**power for power in powers for step in steps]
    ticks = [tick for tick in near if min(known) * 0.8 <= tick <= max(known) * 1.25]
    prefix = numbers.symbol(currency) if unit == "money" else ""
    texts = [f"{prefix}{_round_amount(tick)}" for tick in ticks]
    return {"type": "log", "tickmode": "array", "tickvals": ticks, "ticktext": texts}


def _round_amount(value: float) -> str:
    """Write 0.05, 20 or 5k."""
    step, letter = next(((step, letter) for step, letter in _THOUSANDS if value >= step), (1, ""))
    decimals = next(decimals for decimals in range(9) if round(value / step, decimals) == value / step)
    return f"{decimal(value / step, max(decimals, 2) if value < 1 else decimals)}{letter}"

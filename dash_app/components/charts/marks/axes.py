"""Axes of amounts, ticked in the unit of their column."""

from typing import Any

from dash_app.answers import Result
from dash_app.components import numbers

_FORMATS: dict[str, dict[str, Any]] = {
    "count": {"tickformat": "~s"},
    "number": {"tickformat": "~g"},
    "share": {"tickformat": "~%"},
    "change": {"tickformat": "+~%"},
    "km": {"tickformat": "~s", "ticksuffix": f"{numbers.THIN}km"},
}


def amounts(result: Result, column: str) -> dict[str, Any]:
    """Return the look of an axis for the amounts of a column."""
    unit = result.unit(column)
    look = _FORMATS.get(unit, {"tickformat": "~s"})
    if unit == "money":
        look = {"tickformat": "~s", "tickprefix": numbers.symbol(result.currency)}
    return {"nticks": 5, "rangemode": "tozero", **look}

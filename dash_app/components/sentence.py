"""One sentence that says what a drawing shows."""

from typing import Any

from dash_app.answers import ColumnInfo, Result
from dash_app.components import numbers
from dash_app.components.info import words
from dash_app.components.numbers import exact
from dash_app.texts import say, say_n

_AMOUNTS = ("money", "count", "number", "share", "change", "km")


def in_words(result: Result) -> str:
    """Name the rows with the largest and the smallest amount of the first column that holds amounts."""
    amounts = [c for c in result.columns if c.unit in _AMOUNTS and any(row[c.name] is not None for row in result.rows)]
    if not amounts:
        return say_n("{n} row.", "{n} rows.", len(result.rows))
    amount, label = amounts[0], result.columns[0]
    rows = sorted((row for row in result.rows if row[amount.name] is not None), key=lambda row: float(row[amount.name]))
    most = _named(rows[-1], label, amount, result.currency)
    if len(rows) == 1:
        return f"{words(amount.name)}: {most}."
    least = _named(rows[0], label, amount, result.currency)
    told = {"column": words(amount.name), "rows": numbers.count(len(result.rows)), "most": most, "least": least}
    return say("{column} in {rows} rows: highest {most}, lowest {least}.", **told)


def _named(row: dict[str, Any], label: ColumnInfo, amount: ColumnInfo, currency: str) -> str:
    name = row.get("name") or exact(row[label.name], label.unit, currency)
    return say("{name} with {amount}", name=str(name), amount=exact(row[amount.name], amount.unit, currency))

"""What a chart says where the pointer rests: name, figures in full, what a click does."""

from collections.abc import Iterable
from typing import Any

from dash_app.answers import Result
from dash_app.components.info import words
from dash_app.components.numbers import exact

TIP = "%{text}<extra></extra>"


def tip(title: str, row: dict[str, Any], result: Result, columns: Iterable[str], click: str = "") -> str:
    """Write the figures of a row; those that are absent are left out."""
    lines = [_line(name, row[name], result) for name in columns if row[name] is not None]
    return "<br>".join([f"<b>{title}</b>", *lines, *([click] if click else [])])


def _line(name: str, value: Any, result: Result) -> str:
    return f"{words(name)}: {exact(value, result.unit(name), result.currency)}"

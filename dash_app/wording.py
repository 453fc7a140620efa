"""Sentences of the API, which come as English and with what they were made of, in the language of their reader."""

from datetime import date
from decimal import Decimal
from typing import Any

from dash_app import reader
from dash_app.components.numbers import day
from dash_app.texts import say, say_n

Texts = list[dict[str, Any]]
"""What sentences were made of: template, values by name, and the finished text it is told by."""


def worded(text: str, texts: Texts) -> str:
    """Say a sentence of the API; as it came where the API does not tell what it was made of."""
    return next((_said(each) for each in texts if each["text"] == text), text)


def _said(parts: dict[str, Any]) -> str:
    values = {name: _written(value) for name, value in parts["values"].items()}
    if "singular" not in parts:
        return say(parts["template"], **values)
    del values["n"]
    return say_n(parts["singular"], parts["template"], parts["values"]["n"], **values)


def _written(value: Any) -> str:
    """Write a value: numbers, days, names, texts of their own, or a list of which any is meant."""
    if isinstance(value, list):
        return reader.either([_written(each) for each in value])
    if isinstance(value, dict):
        return day(date.fromisoformat(value["day"])) if "day" in value else _said(value)
    if isinstance(value, int):
        return reader.decimal(value, 0)
    if isinstance(value, float):
        return reader.decimal(value, len(f"{Decimal(f'{value:g}'):f}".partition(".")[2]))
    return str(value)

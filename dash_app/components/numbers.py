"""How numbers are written, from the unit that their column declares, in the way of their reader."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dash_app import reader
from dash_app.texts import say

THIN = "\u202f"
NARROW = "\u00a0"
MINUS = "\u2212"
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "BRL": "R$", "JPY": "¥", "INR": "₹"}
_STEPS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"))


def exact(value: Any, unit: str, currency: str = "") -> str:
    """Write a value in full: $1,240,332.50."""
    if value is None:
        return "–"
    return _WRITERS.get(unit, _text)(value, currency)


def short(value: Any, unit: str, currency: str = "") -> str:
    """Write a value with three significant digits: $1.24 M."""
    if value is None or unit not in ("money", "count", "number") or abs(value) < 1000:
        return exact(value, unit, currency)
    if not reader.in_house():
        written = reader.compact(value)
        return f"{written}{NARROW}{symbol(currency).strip()}" if unit == "money" else written
    step, letter = next(found for found in _STEPS if abs(value) >= found[0] * 0.9995)
    digits = _three_digits(abs(value) / step)
    return _signed(value, f"{symbol(currency) if unit == 'money' else ''}{digits}{THIN}{letter}")


def count(value: float) -> str:
    """Write a whole number: 12,345."""
    return exact(value, "count")


def change(value: float) -> str:
    """Write a relative change with its sign: +4.2 %."""
    percent = round(value * 100, 1)
    sign = "+" if percent > 0 else MINUS if percent < 0 else "±"
    return f"{sign}{reader.decimal(abs(percent), 1)}{THIN}%"


def symbol(currency: str) -> str:
    """Sign of a currency, its code where it has none."""
    return _SYMBOLS.get(currency, f"{currency}{THIN}" if currency else "")


def day(value: date) -> str:
    """Write a day: 31 Dec 2024."""
    return f"{value.day} {value:%b %Y}" if reader.in_house() else reader.skeleton(value, "yMMMd")


def days(start: date, end: date) -> str:
    """Write a range of days without saying anything twice: 3 Oct – 31 Dec 2024."""
    if start == end:
        return day(end)
    if not reader.in_house():
        return reader.interval(start, end)
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    return f"{start.day} – {day(end)}" if start.month == end.month else f"{start.day} {start:%b} – {day(end)}"


def _three_digits(value: float) -> str:
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{decimals}f}"


def _signed(value: float, written: str) -> str:
    return f"{MINUS}{written}" if value < 0 else written


def _money(value: float, currency: str) -> str:
    if reader.in_house() or not currency:
        return _signed(value, f"{symbol(currency)}{reader.decimal(abs(value), 2)}")
    return reader.money(value, currency)


def _count(value: float, _: str) -> str:
    return _signed(value, reader.decimal(abs(value), 0))


def _number(value: float, _: str) -> str:
    return _signed(value, reader.decimal(abs(value), 2))


def _share(value: float, _: str) -> str:
    return _signed(value, f"{reader.decimal(abs(value) * 100, 1)}{THIN}%")


def _text(value: Any, _: str) -> str:
    return str(value)


_WRITERS: dict[str, Callable[[Any, str], str]] = {
    "money": _money,
    "count": _count,
    "number": _number,
    "share": _share,
    "change": lambda value, _: change(value),
    "km": lambda value, _: f"{_number(value, '')}{THIN}km",
    "degree": lambda value, _: f"{value:.5f}°",
    "day": lambda value, _: day(date.fromisoformat(value)),
    "moment": lambda value, _: f"{day(date.fromisoformat(value[:10]))}, {value[11:16]}",
    "word": lambda value, _: say(value),
    "flag": lambda value, _: say("yes") if value else say("no"),
}

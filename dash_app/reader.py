"""Who reads: the language and region that numbers and days are written for."""

from contextvars import ContextVar
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_currency

HOUSE = Locale("en")
_READER: ContextVar[Locale] = ContextVar("reader", default=HOUSE)


def read_by(languages: list[str]) -> None:
    """Write for the first of the languages that is known, as a browser lists them; else in the style of the house."""
    _READER.set(next((found for name in languages if (found := _known(name))), HOUSE))


def _known(name: str) -> Locale | None:
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def language() -> str:
    """Code of the reader's language."""
    return _READER.get().language


def in_house() -> bool:
    """Whether the reader reads English, which the house writes in a style of its own."""
    return language() == HOUSE.language


def first_weekday() -> int:
    """First day of the reader's week: 0 is Monday."""
    return _READER.get().first_week_day


def separators() -> str:
    """Decimal sign and separator of thousands, as charts take them."""
    symbols = _READER.get().number_symbols["latn"]
    return f"{symbols['decimal']}{symbols['group']}"


def decimal(value: float, decimals: int) -> str:
    """Write a number with so many decimals."""
    written = f"{value:,.{decimals}f}"
    return written if in_house() else written.translate(_signs(_READER.get()))


@cache
def _signs(locale: Locale) -> dict[int, str]:
    """What a locale writes for the signs of an English number."""
    symbols = locale.number_symbols["latn"]
    return {ord(","): symbols["group"], ord("."): symbols["decimal"], ord("-"): symbols["minusSign"]}


def money(value: float, currency: str) -> str:
    """Write an amount of money in full."""
    return format_currency(value, currency, locale=_READER.get())


def compact(value: float) -> str:
    """Write a large number with three digits and a word for its size."""
    digits = len(str(int(abs(value)))) % 3 or 3
    return format_compact_decimal(value, locale=_READER.get(), fraction_digits=3 - digits)


def skeleton(value: date, parts: str) -> str:
    """Write some parts of a day, in the order usual to the reader: yMMMd, yMMMM."""
    return format_skeleton(parts, value, locale=_READER.get())


def weekday(value: date, width: str = "EEEE") -> str:
    """Name the day of the week: Monday, or Mon as EEE."""
    return format_date(value, width, locale=_READER.get())


def month(value: date, width: str = "LLLL") -> str:
    """Name the month of a day: January, or Jan as LLL."""
    return format_date(value, width, locale=_READER.get())


def interval(start: date, end: date) -> str:
    """Write a range of days without saying anything twice."""
    return format_interval(start, end, "yMMMd", locale=_READER.get())


def either(names: list[str]) -> str:
    """Write a list of which any is meant: a, b, or c."""
    return format_list(names, style="or", locale=_READER.get())

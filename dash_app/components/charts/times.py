"""Names of what repeats: months, weekdays, hours."""

from datetime import date

from dash_app import reader

MONTHS = range(1, 13)


def weekdays() -> list[int]:
    """Weekdays, 1 Monday to 7 Sunday, from the first of the reader's week on."""
    return [(reader.first_weekday() + day) % 7 + 1 for day in range(7)]


def month_name(month: int, width: str = "LLLL") -> str:
    """Name a month of the year, 1 to 12; with LLL in short."""
    return reader.month(date(2024, month, 1), width)


def weekday_name(weekday: int, width: str = "EEEE") -> str:
    """Name a weekday, 1 Monday to 7 Sunday; with EEE in short."""
    return reader.weekday(date(2024, 1, weekday), width)  # the first of that month was a Monday


def hour_name(hour: int) -> str:
    """Name an hour of the day: 12:00 – 13:00."""
    return f"{hour}:00 – {hour + 1}:00"

"""Periods a viewer can name; all end with the data, never with today."""

from datetime import date, timedelta

PERIODS = {
    "7d": "Last 7 days",
    "30d": "Last 30 days",
    "90d": "Last 90 days",
    "365d": "Last 365 days",
    "month": "This month",
    "last-month": "Last month",
    "quarter": "This quarter",
    "year": "This year",
    "all": "All data",
}
"""Value in the URL and name of each period."""

DEFAULT = "90d"

COMPARISONS = {"previous": "The period before", "year": "A year before"}
"""What a period can be compared with; the first where nothing has been chosen."""


def days_of(period: str, as_of: date) -> tuple[date | None, date | None]:
    """First and last day of a named period; None and None for all data."""
    match period:
        case "all":
            return None, None
        case "month":
            return as_of.replace(day=1), as_of
        case "last-month":
            end = as_of.replace(day=1) - timedelta(days=1)
            return end.replace(day=1), end
        case "quarter":
            return as_of.replace(month=as_of.month - (as_of.month - 1) % 3, day=1), as_of
        case "year":
            return as_of.replace(month=1, day=1), as_of
        case _:
            return as_of - timedelta(days=int(period.removesuffix("d")) - 1), as_of


def fitting_grain(start: date, end: date) -> str:
    """Grain that cuts the days into neither too few nor too many periods."""
    days = (end - start).days + 1
    if days <= 31:
        return "day"
    if days <= 190:
        return "week"
    return "month" if days <= 1100 else "quarter"

"""What stands below a list that was cut short."""

from dash_app.answers import Result
from dash_app.components import numbers


def closing_of(result: Result) -> str:
    """Say that there is more, and where; nothing where the list is whole."""
    if not result.summary.get("truncated"):
        return ""
    return f"The first {numbers.count(len(result.rows))}; the download has all."

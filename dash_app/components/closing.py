"""What stands below a list that was cut short."""

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.texts import say


def closing_of(result: Result) -> str:
    """Say that there is more, and where; nothing where the list is whole."""
    if not result.summary.get("truncated"):
        return ""
    return say("The first {shown}; the download has all.", shown=numbers.count(len(result.rows)))

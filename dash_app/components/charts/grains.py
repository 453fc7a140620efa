"""Words and widths of the periods a series is cut into."""

from datetime import date, timedelta

from dash_app.components import numbers
from dash_app.reader import in_house, skeleton, weekday
from dash_app.texts import say

DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
GRAINS = tuple((grain, grain.capitalize()) for grain in DAYS)
_MOST_LABELS = 7


def period_name(start: str, grain: str) -> str:
    """Name the period that begins on a day: March 2024."""
    day = date.fromisoformat(start)
    match grain:
        case "week":
            return say("Week from {day}", day=numbers.day(day))
        case "month":
            return skeleton(day, "yMMMM")
        case "quarter":
            return say("Quarter {quarter} of {year}", quarter=_quarter(day), year=str(day.year))
        case "year":
            return str(day.year)
        case _:
            return f"{weekday(day)}, {numbers.day(day)}"


def middle(start: str, grain: str) -> str:
    """Middle of a period, where its bar stands."""
    return (date.fromisoformat(start) + timedelta(days=DAYS[grain] // 2)).isoformat()


def ticks(starts: list[str], grain: str, most: int = _MOST_LABELS) -> dict[str, list[str]]:
    """Label some of the periods below their middle; the year stands below the first label and wherever it changes."""
    step = -(-len(starts) // most) or 1
    labelled = starts[::step]
    years = [None, *(start[:4] for start in labelled)]
    texts = [_label(start, grain, years[i] != start[:4]) for i, start in enumerate(labelled)]
    return {"tickvals": [middle(start, grain) for start in labelled], "ticktext": texts}


def _quarter(day: date) -> str:
    return str((day.month + 2) // 3)


def _label(start: str, grain: str, with_year: bool) -> str:
    day = date.fromisoformat(start)
    short = {"month": skeleton(day, "MMM"), "quarter": say("Q{quarter}", quarter=_quarter(day)), "year": str(day.year)}
    text = short.get(grain, f"{day.day} {day:%b}" if in_house() else skeleton(day, "MMMd"))
    return f"{text}<br>{day.year}" if with_year and grain != "year" else text

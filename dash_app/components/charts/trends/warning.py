"""Early warning: who sold less than was to be expected."""

from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.charts.colors import color_of
from dash_app.components.charts.marks.records import Cell, Head, records
from dash_app.components.icons import icon
from dash_app.components.legend import sign
from dash_app.components.names import category_name
from dash_app.components.numbers import change, days, exact, short
from dash_app.scene import Scene
from dash_app.texts import marked, marked_n, say, say_n

LEVEL = Choice(
    "level",
    "Whose sales",
    (("store", "Stores"), ("category", "Categories"), ("state", "States")),
    needs=(("category", "categories"), ("state", "states")),
)
GRAIN = Choice("grain", "Period judged", (("month", "Month"), ("week", "Week"), ("day", "Day")))
_HEADS = (
    Head(marked("Who")),
    Head(marked("Severity")),
    Head(marked("Missing"), True),
    Head(marked("Sold"), True),
    Head(marked("Expected"), True, True),
)
_FELL = {
    "store": marked("{found} of {tested} stores fell clearly below what was expected in {days}."),
    "category": marked("{found} of {tested} categories fell clearly below what was expected in {days}."),
    "state": marked("{found} of {tested} states fell clearly below what was expected in {days}."),
}
_JUDGED = {
    "store": marked_n("{n} store was judged for {days}.", "{n} stores were judged for {days}."),
    "category": marked_n("{n} category was judged for {days}.", "{n} categories were judged for {days}."),
    "state": marked_n("{n} state was judged for {days}.", "{n} states were judged for {days}."),
}
_SEVERITIES = {"severe": marked("Severe"), "marked": marked("Marked"), "slight": marked("Slight")}


def warning(result: Result, scene: Scene) -> Component:
    """List who fell below what was expected; where nobody did, say so and why."""
    warned = [row for row in result.rows if row["severity"] != "none"]
    if not warned:
        return _calm(result, scene)
    return records(_HEADS, [_row(row, result, scene) for row in warned])


def says_verdict(result: Result, scene: Scene) -> str:
    """Say how many of those judged fell, and when."""
    if "warnings" not in result.summary:
        return ""
    counts = {"found": numbers.count(result.summary["warnings"]), "tested": numbers.count(result.summary["tested"])}
    fell = say(_FELL[scene.options["level"]], days=_when(result), **counts)
    together = result.summary["all"]
    if not (together and together["expected"]):
        return fell
    sold, expected = (short(together[name], "money", result.currency) for name in ("actual", "expected"))
    together_sold = say("All together sold {sold}, {expected} was to be expected.", sold=sold, expected=expected)
    return f"{fell} {together_sold}"


def _calm(result: Result, scene: Scene) -> Component:
    worst = min(result.rows, key=lambda row: row["z"])
    reason = say(
        "Nobody is both clearly below expectation and missing at least 10\u202f% of it. Furthest below is {name}: "
        "{sold} sold, {expected} expected, which is within the usual spread.",
        name=str(worst["name"] or worst["member"]),
        sold=exact(worst["actual"], "money", result.currency),
        expected=exact(worst["expected"], "money", result.currency),
    )
    judged = say_n(*_JUDGED[scene.options["level"]], result.summary["tested"], days=_when(result))
    said = [
        icon("check"),
        html.P(say("No warning"), className="notice-title"),
        html.P(judged),
        html.P(reason),
    ]
    return html.Div(said, className="notice", role="status")


def _when(result: Result) -> str:
    period = result.summary["period"]
    return days(date.fromisoformat(period["start"]), date.fromisoformat(period["end"]))


def _named(row: dict[str, Any], scene: Scene) -> str | Component:
    name = category_name(str(row["name"] or row["member"]))
    if scene.options["level"] != "category":
        return name
    return html.Span([sign(color_of(row["member"], scene.categories)), name], className="signed")


def _row(row: dict[str, Any], result: Result, scene: Scene) -> list[Cell]:
    level, member = scene.options["level"], row["member"]
    opened = scene.opening(level, member) if level != "category" else scene.selection.toggled(level, member).link
    badge = html.Span(say(_SEVERITIES[row["severity"]]), className=f"severity severity-{row['severity']}")
    drop, actual, expected = (short(row[name], "money", result.currency) for name in ("drop", "actual", "expected"))
    return [
        Cell(_named(row, scene), opened, below=member if row["name"] not in ("", None, member) else ""),
        Cell(badge),
        Cell(drop, below=change(-row["drop_share"])),
        Cell(actual),
        Cell(expected),
    ]

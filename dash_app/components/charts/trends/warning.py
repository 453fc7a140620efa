"""Early warning: who sold less than was to be expected."""

from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.charts.marks.records import Cell, Head, records
from dash_app.components.icons import icon
from dash_app.components.numbers import change, days, exact, short
from dash_app.scene import Scene

LEVEL = Choice(
    "level",
    "Whose sales",
    (("store", "Stores"), ("category", "Categories"), ("state", "States")),
    needs=(("category", "categories"), ("state", "states")),
)
GRAIN = Choice("grain", "Period judged", (("month", "Month"), ("week", "Week"), ("day", "Day")))
_PLURALS = {"store": "stores", "category": "categories", "state": "states"}
_HEADS = (Head("Who"), Head("Severity"), Head("Missing", True), Head("Sold", True), Head("Expected", True, True))


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
    found, tested, who = result.summary["warnings"], result.summary["tested"], _PLURALS[scene.options["level"]]
    together = result.summary["all"]
    all_of_them = ""
    if together and together["expected"]:
        sold, expected = (short(together[name], "money", result.currency) for name in ("actual", "expected"))
        all_of_them = f" All together sold {sold}, {expected} was to be expected."
    fell = f"{numbers.count(found)} of {numbers.count(tested)} {who} fell clearly below what was expected"
    return f"{fell} in {_when(result)}.{all_of_them}"


def _calm(result: Result, scene: Scene) -> Component:
    who, worst = _PLURALS[scene.options["level"]], min(result.rows, key=lambda row: row["z"])
    reason = (
        f"Nobody is both clearly below expectation and missing at least 10\u202f% of it. Furthest below is "
        f"{worst['name'] or worst['member']}: {exact(worst['actual'], 'money', result.currency)} sold, "
        f"{exact(worst['expected'], 'money', result.currency)} expected, which is within the usual spread."
    )
    said = [
        icon("check"),
        html.P("No warning", className="notice-title"),
        html.P(f"{numbers.count(result.summary['tested'])} {who} were judged for {_when(result)}."),
        html.P(reason),
    ]
    return html.Div(said, className="notice", role="status")


def _when(result: Result) -> str:
    period = result.summary["period"]
    return days(date.fromisoformat(period["start"]), date.fromisoformat(period["end"]))


def _row(row: dict[str, Any], result: Result, scene: Scene) -> list[Cell]:
    level, member = scene.options["level"], row["member"]
    opened = scene.opening(level, member) if level != "category" else scene.selection.toggled(level, member).link
    badge = html.Span(row["severity"].capitalize(), className=f"severity severity-{row['severity']}")
    drop, actual, expected = (short(row[name], "money", result.currency) for name in ("drop", "actual", "expected"))
    return [
        Cell((row["name"] or member).replace("_", " "), opened, below=member if row["name"] != member else ""),
        Cell(badge),
        Cell(drop, below=change(-row["drop_share"])),
        Cell(actual),
        Cell(expected),
    ]

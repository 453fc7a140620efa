"""Peaks: hours, weekdays and holidays against what is usual."""

from textwrap import shorten
from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.columns import columns
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, INK, PAST
from dash_app.components.charts.times import hour_name, weekday_name
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import change
from dash_app.scene import Scene
from dash_app.texts import marked, say

KIND = Choice(
    "kind",
    "Times",
    (("hour", "Hours"), ("weekday", "Weekdays"), ("holiday", "Holidays")),
    needs=(("hour", "time_of_day"),),
)
MEASURE = Choice("measure", "Measured in", (("orders", "Orders"), ("revenue", "Revenue")))
_PEAK = {
    ("hour", "orders"): marked("The peak is {name}: {change} orders against the average hour."),
    ("hour", "revenue"): marked("The peak is {name}: {change} revenue against the average hour."),
    ("weekday", "orders"): marked("The peak is {name}: {change} orders against the average weekday."),
    ("weekday", "revenue"): marked("The peak is {name}: {change} revenue against the average weekday."),
    ("holiday", "orders"): marked("The peak is {name}: {change} orders against the same weekday around it."),
    ("holiday", "revenue"): marked("The peak is {name}: {change} revenue against the same weekday around it."),
}
_MOST_LETTERS = 26
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOLD = ("uplift", "orders", "revenue", "days")


def peak_times(result: Result, scene: Scene) -> Drawn:
    """Draw each time; hours and weekdays with what is usual as a line, holidays by their uplift."""
    kind = scene.options[KIND.name]
    tips = [tip(_name(row, kind), row, result, _TOLD) for row in result.rows]
    quiet = [(row["uplift"] or 0) <= 0 for row in result.rows]
    is_holiday, baseline = kind == "holiday", result.rows[0]["baseline"]
    shown = "uplift" if is_holiday else "mean"
    drawn = columns(result, shown, _labels(result, kind), tips, quiet=quiet, lying=is_holiday)
    if baseline is not None and not is_holiday:
        drawn.add_hline(y=baseline, line={"color": INK, "width": 1, "dash": "dot"}, annotation=_usual())
    return Drawn(drawn, legend([Key("cell", ACCENT, say("Above what is usual")), Key("cell", PAST, say("Below"))]))


def says_peak(result: Result, scene: Scene) -> str:
    """Name the highest peak."""
    known = [row for row in result.rows if row["uplift"] is not None]
    if not known:
        return ""
    peak, kind = max(known, key=lambda row: row["uplift"]), scene.options[KIND.name]
    told = _PEAK[kind, scene.options[MEASURE.name]]
    return say(told, name=_name(peak, kind), change=change(peak["uplift"]))


def _usual() -> dict[str, Any]:
    return {"text": say("usual"), "font": {"size": 11, "color": INK}, "xanchor": "right", "yanchor": "bottom"}


def _labels(result: Result, kind: str) -> list[str]:
    if kind == "holiday":
        return [shorten(row["member"], _MOST_LETTERS, placeholder="…") for row in result.rows]
    return [_weekday(row, "EEE") if kind == "weekday" else row["member"] for row in result.rows]


def _name(row: dict[str, Any], kind: str) -> str:
    if kind == "hour":
        return hour_name(int(row["member"]))
    return _weekday(row) if kind == "weekday" else str(row["member"])


def _weekday(row: dict[str, Any], width: str = "EEEE") -> str:
    """Name a weekday, which the API names in English, as the reader does."""
    return weekday_name(_WEEKDAYS.index(row["member"]) + 1, width)

"""Peaks: hours, weekdays and holidays against what is usual."""

from textwrap import shorten
from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.columns import columns
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, INK, PAST
from dash_app.components.charts.times import hour_name
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import change
from dash_app.scene import Scene

KIND = Choice(
    "kind",
    "Times",
    (("hour", "Hours"), ("weekday", "Weekdays"), ("holiday", "Holidays")),
    needs=(("hour", "time_of_day"),),
)
MEASURE = Choice("measure", "Measured in", (("orders", "Orders"), ("revenue", "Revenue")))
_MOST_LETTERS = 26
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
    return Drawn(drawn, legend([Key("cell", ACCENT, "Above what is usual"), Key("cell", PAST, "Below")]))


def says_peak(result: Result, scene: Scene) -> str:
    """Name the highest peak."""
    known = [row for row in result.rows if row["uplift"] is not None]
    if not known:
        return ""
    peak, kind = max(known, key=lambda row: row["uplift"]), scene.options[KIND.name]
    against = {"hour": "the average hour", "weekday": "the average weekday", "holiday": "the same weekday around it"}
    measure = dict(MEASURE.values)[scene.options[MEASURE.name]].lower()
    return f"The peak is {_name(peak, kind)}: {change(peak['uplift'])} {measure} against {against[kind]}."


def _usual() -> dict[str, Any]:
    return {"text": "usual", "font": {"size": 11, "color": INK}, "xanchor": "right", "yanchor": "bottom"}


def _labels(result: Result, kind: str) -> list[str]:
    if kind == "holiday":
        return [shorten(row["member"], _MOST_LETTERS, placeholder="…") for row in result.rows]
    return [row["member"][:3] for row in result.rows]


def _name(row: dict[str, Any], kind: str) -> str:
    return hour_name(int(row["member"])) if kind == "hour" else str(row["member"])

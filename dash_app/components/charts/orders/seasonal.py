"""When it sells: a heatmap of hours, weekdays and months."""

from collections.abc import Callable
from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.heat import heat
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import SCALE
from dash_app.components.charts.times import hour_name, month_name, weekday_name, weekdays
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import short
from dash_app.reader import decimal
from dash_app.scene import Scene
from dash_app.texts import marked, say, say_n

PATTERN = Choice(
    "by",
    "Pattern",
    (("weekday,hour", "Hours of the week"), ("month,hour", "Hours by month"), ("month,weekday", "Weekdays by month")),
    needs=(("weekday,hour", "time_of_day"), ("month,hour", "time_of_day")),
)
_BEST = {
    "weekday,hour": marked(
        "It sells best on {weekday}s, {hour}: {times} times the average hour, {amount} in {orders}."
    ),
    "month,hour": marked("It sells best in {month}, {hour}: {times} times the average hour, {amount} in {orders}."),
    "month,weekday": marked(
        "It sells best on {weekday}s in {month}: {times} times the average day, {amount} in {orders}."
    ),
}
_NAMES: dict[str, Callable[[int], str]] = {"month": month_name, "weekday": weekday_name, "hour": hour_name}
_SHORT: dict[str, Callable[[int], str]] = {
    "month": lambda n: month_name(n, "LLL"),
    "weekday": lambda n: weekday_name(n, "EEE"),
    "hour": str,
}


def seasonal(result: Result, scene: Scene) -> Drawn | None:
    """Draw the pattern, the strongest cell framed; None where nothing was sold."""
    strongest = result.summary["strongest"]
    if not strongest:
        return None
    across, down = _axes(scene)
    keys = [Key("cell", SCALE[0], say("Quiet")), Key("cell", SCALE[2], ""), Key("cell", SCALE[4], say("Busy"))]
    return Drawn(
        heat(
            result,
            "index",
            (across, _open(result, across), [_SHORT[across](n) for n in _open(result, across)]),
            (down, _open(result, down), [_SHORT[down](n) for n in _open(result, down)]),
            lambda row: tip(_name(row, scene), row, result, ("index", "revenue", "orders", "days")),
            marked=(strongest[across], strongest[down]),
        ),
        legend(keys),
    )


def says_when(result: Result, scene: Scene) -> str:
    """Say when it sells best."""
    row = result.summary["strongest"]
    if not row:
        return ""
    return say(
        _BEST[scene.options["by"]],
        **{axis: _NAMES[axis](row[axis]) for axis in _axes(scene)},
        times=decimal(row["index"], 1),
        amount=short(row["revenue"], "money", result.currency),
        orders=say_n("{n} order", "{n} orders", row["orders"]),
    )


def _axes(scene: Scene) -> tuple[str, str]:
    """What stands across and what down."""
    first, second = scene.options["by"].split(",")
    return second, first


def _open(result: Result, axis: str) -> list[int]:
    """Members of an axis, without the months and hours before the first sale and after the last."""
    if axis == "weekday":
        return weekdays()
    sold = [row[axis] for row in result.rows if row["orders"]]
    return list(range(min(sold), max(sold) + 1))


def _name(row: dict[str, Any], scene: Scene) -> str:
    return ", ".join(_NAMES[axis](row[axis]) for axis in reversed(_axes(scene)))

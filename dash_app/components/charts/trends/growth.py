"""Growth against the period before and the year before."""

from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.grains import period_name
from dash_app.components.charts.marks.axes import axis_of
from dash_app.components.charts.orders.trend import GRAIN
from dash_app.components.charts.plot import Bar
from dash_app.components.charts.template import ACCENT, PAST, figure
from dash_app.components.charts.timeline import hatched, placed, stack, widths
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import change, exact
from dash_app.scene import Scene
from dash_app.texts import marked, say

MEASURE = Choice(
    "measure", "What grows", (("revenue", "Revenue"), ("orders", "Orders"), ("order_value", "Order value"))
)
AGAINST = Choice("against", "Against", (("previous", "The period before"), ("year", "The year before")), asked=False)
_BEFORE = (
    ("previous", "change", marked("{amount} before")),
    ("year_before", "year_change", marked("{amount} a year before")),
)
_BELOW = {
    "previous": marked("Below: change against the period before, whole periods only."),
    "year": marked("Below: change against the year before, whole periods only."),
}
_CHANGE = {"previous": "change", "year": "year_change"}


def growth(result: Result, scene: Scene) -> Drawn:
    """Draw the amounts with the year before behind them, and below them how they changed."""
    grain, change_of = scene.options[GRAIN.name], _CHANGE[scene.options[AGAINST.name]]
    drawn = figure(barmode="overlay", hovermode="x")
    tips = [_tip(row, result, scene) for row in result.rows]
    placed(drawn, result.column("period"), grain)
    stack(drawn)
    drawn.add_traces([*_amounts(result, grain, tips), _changes(result, grain, change_of)])
    unit = "count" if scene.options[MEASURE.name] == "orders" else "money"
    drawn.update_layout(yaxis=axis_of(result.column("value"), unit, result.currency))
    drawn.update_layout(yaxis2={"tickformat": "~%", "nticks": 3})
    keys = [
        Key("cell", ACCENT, _measure(scene)),
        Key("cell", PAST, say("A year before")),
        *hatched(result.rows, "value"),
    ]
    return Drawn(drawn, legend(keys, say(_BELOW[scene.options[AGAINST.name]])))


def says_latest(result: Result, scene: Scene) -> str:
    """Say how the last whole period did."""
    latest = result.summary.get("latest")
    if not latest:
        return ""
    against = {"change": marked("{change} on the period before"), "year_change": marked("{change} on the year before")}
    known = [say(on, change=change(latest[name])) for name, on in against.items() if latest[name] is not None]
    period = period_name(latest["period"], scene.options[GRAIN.name])
    if not known:
        return say("{period} is the last whole period; the data has nothing to compare it with.", period=period)
    told = {"measure": _measure(scene), "period": period, "changes": "; ".join(known)}
    return say("{measure} in the last whole period ({period}): {changes}.", **told)


def _measure(scene: Scene) -> str:
    return say(dict(MEASURE.values)[scene.options[MEASURE.name]])


def _amounts(result: Result, grain: str, tips: list[str]) -> list[Bar]:
    x, wide, narrow = widths(result.column("period"), grain)
    hatch = {"shape": ["" if row["complete"] else "/" for row in result.rows], "fillmode": "replace", "size": 5}
    now = {"color": ACCENT, "cornerradius": 2, "pattern": hatch | {"solidity": 0.4, "fgcolor": ACCENT}}
    before = {"color": PAST, "cornerradius": 2}
    return [
        Bar(x=x, y=result.column("year_before"), width=wide, marker=before, hoverinfo="skip"),
        Bar(
            x=x,
            y=result.column("value"),
            width=narrow,
            marker=now,
            text=tips,
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
        ),
    ]


def _changes(result: Result, grain: str, column: str) -> Bar:
    x, wide, _ = widths(result.column("period"), grain)
    values = result.column(column)
    colors = ["var(--up)" if (value or 0) >= 0 else "var(--down)" for value in values]
    marker = {"color": colors, "cornerradius": 2}
    return Bar(x=x, y=values, width=wide * 0.7, marker=marker, yaxis="y2", hoverinfo="skip")


def _tip(row: dict[str, Any], result: Result, scene: Scene) -> str:
    unit = "count" if scene.options[MEASURE.name] == "orders" else "money"
    lines = [
        f"<b>{period_name(row['period'], scene.options[GRAIN.name])}</b>",
        exact(row["value"], unit, result.currency),
    ]
    for name, of, told in _BEFORE:
        if row[name] is not None:
            after = f" ({change(row[of])})" if row[of] is not None else ""
            lines.append(f"{say(told, amount=exact(row[name], unit, result.currency))}{after}")
    return "<br>".join([*lines, *([] if row["complete"] else [say("not a complete period")])])

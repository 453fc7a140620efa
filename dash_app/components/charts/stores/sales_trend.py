"""Stores over time, beside their state and the chain."""

from itertools import groupby
from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.grains import period_name
from dash_app.components.charts.marks.lines import Line, lines
from dash_app.components.charts.marks.panels import MOST, panels
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.stores.names import names_of
from dash_app.components.charts.template import FAINT, MUTED, OTHER, SERIES
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import count, short
from dash_app.reader import decimal
from dash_app.scene import Scene
from dash_app.texts import say

_TOLD = ("revenue", "orders", "state_mean", "chain_mean", "index")
_MOST_TOGETHER = 4
_Row = dict[str, Any]


def _fitting(scene: Scene) -> str:
    """A few stores that somebody chose are compared in one drawing; the largest of a selection are too many for it."""
    return "together" if 0 < len(scene.selection.values("store")) <= _MOST_TOGETHER else "beside"


LOOK = Choice("look", "Drawn", (("together", "Together"), ("beside", "Side by side")), default=_fitting, asked=False)


def sales_trend(result: Result, scene: Scene) -> Drawn | None:
    """Draw the stores together, or side by side where they are many, with the mean store of the chain or state behind.

    Periods that are not complete are left out: a line that drops at its end would look like news.
    """
    grain = scene.options["grain"]
    rows = [row for row in result.rows if row["complete"]] or result.rows
    periods = sorted({row["period"] for row in rows})
    found = _stores(rows, periods, result, scene)
    is_beside = scene.options.get(LOOK.name) == "beside" and len(found) > 1
    shown = found[: MOST if is_beside else len(SERIES)]
    means = _means(rows, periods)
    if is_beside:
        drawn = panels(result, "revenue", periods, grain, shown, means[-1:])
        keys = [Key("cell", line.color, line.name) for line in means[-1:]]
    else:
        drawn, keys = lines(result, "revenue", periods, grain, [*means, *shown]), []
    counts = {"shown": count(len(shown)), "all": count(len(found))}
    note = say("The first {shown} of {all} stores.", **counts) if len(shown) < len(found) else ""
    return Drawn(drawn, legend(keys, note) if keys or note else None)


def _stores(rows: list[_Row], periods: list[str], result: Result, scene: Scene) -> list[Line]:
    """Lines of the stores: those chosen come first, in the order in which they were, and keep their colours."""
    series = {store: list(several) for store, several in groupby(rows, key=lambda row: row["store"])}
    chosen = scene.selection.colors
    order = list(dict.fromkeys([*chosen, *sorted(series, key=lambda store: -_revenue(series[store]))]))
    slots = chosen or {store: number for number, store in enumerate(order)}
    names = names_of({store: series[store][0] for store in order if store in series})
    grain = scene.options["grain"]
    return [
        _store(name, series[store], _color(slots.get(store)), periods, grain, result) for store, name in names.items()
    ]


def _revenue(rows: list[_Row]) -> float:
    return sum(row["revenue"] or 0 for row in rows)


def _color(number: int | None) -> str:
    return OTHER if number is None else SERIES[number % len(SERIES)]


def _store(name: str, series: list[_Row], color: str, periods: list[str], grain: str, result: Result) -> Line:
    found = {row["period"]: row for row in series}
    values = [found[period]["revenue"] if period in found else None for period in periods]
    tips = [_tip(name, found[period], grain, result) if period in found else "" for period in periods]
    return Line(name, color, values, tips)


def _tip(name: str, row: _Row, grain: str, result: Result) -> str:
    return tip(f"{name}, {period_name(row['period'], grain)}", row, result, _TOLD)


def _means(rows: list[_Row], periods: list[str]) -> list[Line]:
    if _is_alone(rows):
        return []
    states = {row["state"] for row in rows}
    kinds = [("chain_mean", say("Mean store"), FAINT)]
    if len(states) == 1 and states != {""}:
        kinds.append(("state_mean", say("Mean in {state}", state=states.pop()), MUTED))
    return [_mean(rows, periods, *kind) for kind in kinds]


def _is_alone(rows: list[_Row]) -> bool:
    """Whether there is no other store to compare with."""
    return all(row["index"] in (None, 1) for row in rows)


def _mean(rows: list[_Row], periods: list[str], column: str, name: str, color: str) -> Line:
    found = {row["period"]: row[column] for row in rows}
    return Line(name, color, [found[period] for period in periods], (), strong=False)


def says_last(result: Result, scene: Scene) -> str:
    """Say where a single store stood in the last complete period."""
    complete = [row for row in result.rows if row["complete"] and row["index"] is not None]
    if not complete or _is_alone(complete) or len({row["store"] for row in result.rows}) > 1:
        return ""
    last = complete[-1]
    revenue = short(last["revenue"], "money", result.currency)
    period = period_name(last["period"], scene.options["grain"])
    told = {"period": period, "amount": revenue, "times": decimal(last["index"], 1)}
    return say("{period}: {amount}, {times} times the mean store of the chain.", **told)

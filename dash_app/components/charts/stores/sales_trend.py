"""Stores over time, beside their state and the chain."""

from itertools import groupby
from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.colors import color_of
from dash_app.components.charts.grains import period_name
from dash_app.components.charts.marks.lines import Line, lines
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.stores.names import names_of
from dash_app.components.charts.template import FAINT, MUTED, SERIES
from dash_app.components.numbers import short
from dash_app.reader import decimal
from dash_app.scene import Scene
from dash_app.texts import say

_TOLD = ("revenue", "orders", "state_mean", "chain_mean", "index")
_Row = dict[str, Any]


def sales_trend(result: Result, scene: Scene) -> Drawn | None:
    """Draw a line per store, and thin ones for the mean store of the chain and of the one state shown.

    Periods that are not complete are left out: a line that drops at its end would look like news.
    """
    grain = scene.options["grain"]
    rows = [row for row in result.rows if row["complete"]] or result.rows
    periods = sorted({row["period"] for row in rows})
    stores = [list(series) for _, series in groupby(rows, key=lambda row: row["store"])][: len(SERIES)]
    order = [*scene.selection.values("store"), *(series[0]["store"] for series in stores)]
    colors = [color_of(series[0]["store"], list(dict.fromkeys(order))) for series in stores]
    names = names_of({series[0]["store"]: series[0] for series in stores})
    named = zip(names.values(), stores, colors, strict=True)
    drawn = [_store(name, series, color, periods, grain, result) for name, series, color in named]
    return Drawn(lines(result, "revenue", periods, grain, [*_means(rows, periods), *drawn]))


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

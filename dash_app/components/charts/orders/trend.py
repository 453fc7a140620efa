"""Revenue over time, last year behind it."""

from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.card import Drawn
from dash_app.components.charts.grains import DAYS, GRAINS, middle, period_name, ticks
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.plot import Bar, Scatter
from dash_app.components.charts.template import ACCENT, PAST, figure
from dash_app.components.charts.timeline import hatched
from dash_app.components.legend import Key, legend
from dash_app.periods import fitting_grain
from dash_app.scene import Scene
from dash_app.texts import say, say_n

_DAY_MS = 86_400_000
_MOST_BARS = 62


def _fitting(scene: Scene) -> str:
    return fitting_grain(*scene.span) if scene.span else "month"


GRAIN = Choice("grain", "Length of the periods", GRAINS, default=_fitting, shared=True)


def trend(result: Result, scene: Scene) -> Drawn:
    """Draw bars for few periods and lines for many; periods that are not complete are hatched and named."""
    grain = scene.options["grain"]
    tips = [_tip(row, grain, result) for row in result.rows]
    draw = _bars if _is_few(result.rows) else _lines
    drawn = figure(hovermode="x", barmode="overlay")
    drawn.add_traces(draw(result.rows, tips, grain))
    drawn.update_yaxes(**amounts(result, "revenue"))
    drawn.update_xaxes(type="date", tickmode="array", tickangle=0, **ticks(_column(result.rows, "period"), grain))
    return Drawn(drawn, legend(_keys(result.rows)))


def _keys(rows: list[dict[str, Any]]) -> list[Key]:
    before = any(row["revenue_year_before"] is not None for row in rows)
    behind = [Key("cell", PAST, say("A year before"))] if before else []
    return [Key("cell", ACCENT, say("Revenue")), *behind, *(hatched(rows, "revenue") if _is_few(rows) else [])]


def _is_few(rows: list[dict[str, Any]]) -> bool:
    return len(rows) <= _MOST_BARS


def _bars(rows: list[dict[str, Any]], tips: list[str], grain: str) -> list[Bar]:
    width = DAYS[grain] * _DAY_MS
    x = [middle(row["period"], grain) for row in rows]
    hatch = {"shape": ["" if row["complete"] else "/" for row in rows], "fillmode": "replace", "size": 5}
    now = {"color": ACCENT, "cornerradius": 2, "pattern": hatch | {"solidity": 0.4, "fgcolor": ACCENT}}
    before = {"color": PAST, "cornerradius": 2}
    return [
        Bar(x=x, y=_column(rows, "revenue_year_before"), width=width * 0.84, marker=before, hoverinfo="skip"),
        Bar(x=x, y=_column(rows, "revenue"), width=width * 0.44, marker=now, **_hover(tips)),
    ]


def _lines(rows: list[dict[str, Any]], tips: list[str], grain: str) -> list[Scatter]:
    x = [middle(row["period"], grain) for row in rows]
    before, now = {"color": PAST, "width": 1.5}, {"color": ACCENT, "width": 1.75}
    return [
        Scatter(x=x, y=_column(rows, "revenue_year_before"), mode="lines", line=before, hoverinfo="skip"),
        Scatter(x=x, y=_column(rows, "revenue"), mode="lines", line=now, **_hover(tips)),
    ]


def _column(rows: list[dict[str, Any]], name: str) -> list[Any]:
    return [row[name] for row in rows]


def _hover(tips: list[str]) -> dict[str, Any]:
    extra = {"textposition": "none"} if len(tips) <= _MOST_BARS else {}
    return {"text": tips, "hovertemplate": "%{text}<extra></extra>", **extra}


def _tip(row: dict[str, Any], grain: str, result: Result) -> str:
    units = {column.name: column.unit for column in result.columns}
    written = {name: numbers.exact(row[name], unit, result.currency) for name, unit in units.items()}
    lines = [f"<b>{period_name(row['period'], grain)}</b>", say("{amount} revenue", amount=written["revenue"])]
    if row["revenue_year_before"] is not None:
        lines.append(say("{amount} a year before", amount=written["revenue_year_before"]))
    lines.append(_orders(row, written))
    return "<br>".join([*lines, *([] if row["complete"] else [say("not a complete period")])])


def _orders(row: dict[str, Any], written: dict[str, str]) -> str:
    many = row["orders"]
    if not many:
        return say("no orders")
    return say_n("{n} order of {amount}", "{n} orders of {amount}", many, amount=written["order_value"])

"""Who passes the nearest store on the way to another one."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list
from dash_app.reader import decimal
from dash_app.scene import Scene
from dash_app.texts import say, say_n

_MOST, _LEAST_KM, _FAR_KM = 20, 0.001, 9.95


def assignment(result: Result, scene: Scene) -> Component:
    """List the pairs of a store passed and the store used instead, most customers first."""
    passing = [row for row in result.rows if row["extra_km"] >= _LEAST_KM]
    longest = max((row["customers"] for row in passing), default=0) or 1
    closing = say("The first {shown}; the download has all.", shown=str(_MOST)) if len(passing) > _MOST else ""
    return bar_list([_bar(row, longest, scene) for row in passing[:_MOST]], closing)


def said(result: Result, _: Scene) -> str:
    """Say how many use their nearest store."""
    share = numbers.exact(result.summary["use_nearest"], "share")
    return say("{share} use the store nearest to their home; the others:", share=share)


def _farther(extra_km: float) -> str:
    """Write a way with its sign: what is short to a tenth."""
    return f"+{decimal(extra_km, 0 if extra_km >= _FAR_KM else 1)}"


def _bar(row: dict[str, Any], longest: float, scene: Scene) -> Bar:
    used, nearest = (row[f"{which}_name"] or row[f"{which}_store"] for which in ("used", "nearest"))
    way = numbers.exact(row["extra_km"], "km")
    named = {"nearest": nearest, "used": used}
    return Bar(
        name=f"{used}",
        detail=say("instead of {nearest}, {km}\u202fkm", nearest=nearest, km=_farther(row["extra_km"])),
        figure=numbers.short(row["customers"], "count"),
        title=say_n(
            "{n} customer lives nearest to {nearest} and uses {used}, {way} farther",
            "{n} customers live nearest to {nearest} and use {used}, {way} farther",
            row["customers"],
            way=way,
            **named,
        ),
        length=row["customers"] / longest,
        link=scene.opening("store", row["used_store"]),
    )

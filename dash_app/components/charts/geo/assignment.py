"""Who passes the nearest store on the way to another one."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list
from dash_app.scene import Scene

_MOST = 20


def assignment(result: Result, scene: Scene) -> Component:
    """List the pairs of a store passed and the store used instead, most customers first."""
    passing = [row for row in result.rows if row["nearest_store"] != row["used_store"]]
    longest = max((row["customers"] for row in passing), default=0) or 1
    closing = f"The first {_MOST}; the download has all." if len(passing) > _MOST else ""
    return bar_list([_bar(row, longest, scene) for row in passing[:_MOST]], closing)


def said(result: Result, _: Scene) -> str:
    """Say how many use their nearest store."""
    return f"{numbers.exact(result.summary['use_nearest'], 'share')} use the store nearest to their home; the others:"


def _bar(row: dict[str, Any], longest: float, scene: Scene) -> Bar:
    used, nearest = (row[f"{which}_name"] or row[f"{which}_store"] for which in ("used", "nearest"))
    way = numbers.exact(row["extra_km"], "km")
    return Bar(
        name=f"{used}",
        detail=f"instead of {nearest}, {row['extra_km']:+,.0f}{numbers.THIN}km",
        figure=numbers.short(row["customers"], "count"),
        title=f"{numbers.count(row['customers'])} customers live nearest to {nearest} and use {used}, {way} farther",
        length=row["customers"] / longest,
        link=scene.opening("store", row["used_store"]),
    )

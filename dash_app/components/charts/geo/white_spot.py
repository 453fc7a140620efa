"""White spots, heaviest first, each with how well it holds."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.attributes import aria
from dash_app.components.bar_list import Bar, bar_list, place_of
from dash_app.components.charts.geo.workbench import is_pinned, pinned
from dash_app.scene import Scene
from dash_app.texts import say

_MOST = 20


def white_spot(result: Result, scene: Scene) -> Component | None:
    """List the white spots; each drops the pin."""
    if not result.rows:
        return None
    longest = max(row["customers"] for row in result.rows) or 1
    rows = result.rows[:_MOST]
    closing = say("The first {shown}; the map and the download have more.", shown=str(_MOST))
    return bar_list([_bar(row, longest, scene) for row in rows], closing if len(result.rows) > _MOST else "")


def said(result: Result, _: Scene) -> str:
    """Say how many people live in white spots, and of how many settings stability speaks."""
    told = {name: numbers.count(result.summary[name]) for name in ("white_customers", "customers", "settings")}
    return say(
        "{white_customers} of {customers} customers live in them; holding is counted over {settings} settings.", **told
    )


def _bar(row: dict[str, Any], longest: float, scene: Scene) -> Bar:
    place = ", ".join(part for part in (row["place"], row["state"]) if part) or say("No town")
    holds = numbers.exact(row["stability"], "share")
    return Bar(
        name=place,
        detail=say("{km}\u202fkm to {store}", km=numbers.count(row["nearest_store_km"]), store=row["nearest_store"]),
        figure=numbers.short(row["customers"], "count"),
        title=say(
            "{place}: {customers} customers, {way} from {store}, white in {holds} of all settings",
            place=place,
            customers=numbers.count(row["customers"]),
            way=numbers.exact(row["nearest_store_km"], "km"),
            store=row["nearest_store"],
            holds=holds,
        ),
        length=row["customers"] / longest,
        link=pinned(row, scene),
        chosen=is_pinned(row, scene),
        extra=_holding(row["stability"], holds),
        place=place_of(row),
    )


def _holding(stability: float, written: str) -> Component:
    """A small bar: how much of the settings leave the spot white."""
    inner = html.Span(style={"width": f"{stability * 100:.0f}%"})
    holds = say("Holds in {share}", share=written)
    return html.Span(inner, className="holding", title=holds, role="img", **aria(label=holds))

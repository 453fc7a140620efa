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

_MOST = 20


def white_spot(result: Result, scene: Scene) -> Component | None:
    """List the white spots; each drops the pin."""
    if not result.rows:
        return None
    longest = max(row["customers"] for row in result.rows) or 1
    rows = result.rows[:_MOST]
    closing = f"The first {_MOST}; the map and the download have more." if len(result.rows) > _MOST else ""
    return bar_list([_bar(row, longest, scene) for row in rows], closing)


def said(result: Result, _: Scene) -> str:
    """Say how many people live in white spots, and of how many settings stability speaks."""
    summary = result.summary
    people = (
        f"{numbers.count(summary['white_customers'])} of {numbers.count(summary['customers'])} customers live in them"
    )
    return f"{people}; holding is counted over {numbers.count(summary['settings'])} settings."


def _bar(row: dict[str, Any], longest: float, scene: Scene) -> Bar:
    place = ", ".join(part for part in (row["place"], row["state"]) if part) or "No town"
    holds = numbers.exact(row["stability"], "share")
    km = numbers.exact(row["nearest_store_km"], "km")
    return Bar(
        name=place,
        detail=f"{numbers.count(row['nearest_store_km'])}{numbers.THIN}km to {row['nearest_store']}",
        figure=numbers.short(row["customers"], "count"),
        title=f"{place}: {numbers.count(row['customers'])} customers, {km} from {row['nearest_store']}, "
        f"white in {holds} of all settings",
        length=row["customers"] / longest,
        link=pinned(row, scene),
        chosen=is_pinned(row, scene),
        extra=_holding(row["stability"], holds),
        place=place_of(row),
    )


def _holding(stability: float, written: str) -> Component:
    """A small bar: how much of the settings leave the spot white."""
    inner = html.Span(style={"width": f"{stability * 100:.0f}%"})
    return html.Span(
        inner, className="holding", title=f"Holds in {written}", role="img", **aria(label=f"holds {written}")
    )

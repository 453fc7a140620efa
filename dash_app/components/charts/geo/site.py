"""What a store at the pin would gain, and take from whom."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list
from dash_app.scene import Scene


def site(result: Result, scene: Scene) -> Component:
    """Three figures, then the stores that lose customers to the pin."""
    losses = [row for row in result.rows if row["effect"] == "taken"]
    weight = scene.options["weight"]
    longest = max((row[weight] for row in losses), default=0) or 1
    bars = [_bar(row, weight, longest, result, scene) for row in losses]
    return html.Div([_parts(result), bar_list(bars)])


def invitation(scene: Scene) -> str:
    """Say how to get an answer, while there is no pin and could be one."""
    if scene.options["pin"] or "store_coordinates" not in scene.dataset.capabilities:
        return ""
    return (
        "Drop a pin on the map, or click a site or white spot, to see what a store there gains and takes from others."
    )


def title(scene: Scene) -> str:
    """Say where the pin is."""
    return "What would a store at your pin change?" if scene.options["pin"] else "Try a place by hand"


def said(result: Result, _: Scene) -> str:
    """Say where the pin is and how far the nearest store."""
    summary = result.summary
    where = f"Near {summary['place']}, {summary['state']}" if summary["place"] else "No town near"
    store = result.rows[0]["name"] or summary["nearest_store"]
    return f"{where}; {numbers.exact(summary['nearest_store_km'], 'km')} to {store}."


def _parts(result: Result) -> Component:
    named = (("gained", "gained"), ("taken", "taken from stores"), ("kept", "keep their store"))
    return html.Dl([_part(result, part, words) for part, words in named], className="parts")


def _part(result: Result, part: str, words: str) -> Component:
    customers = numbers.short(result.summary[f"{part}_customers"], "count")
    revenue = numbers.short(result.summary[f"{part}_revenue"], "money", result.currency)
    return html.Div([html.Dt(words), html.Dd([customers, html.Span(revenue)])], className=f"part-{part}")


def _bar(row: dict[str, Any], weight: str, longest: float, result: Result, scene: Scene) -> Bar:
    name = row["name"] or row["store"]
    share = numbers.exact(row["share"], "share")
    revenue = numbers.exact(row["revenue"], "money", result.currency)
    return Bar(
        name=name,
        detail=f"loses {share}",
        figure=f"{numbers.MINUS}{numbers.short(row[weight], result.unit(weight), result.currency)}",
        title=f"{name}: {numbers.count(row['customers'])} customers with {revenue}, {share} of whom it reaches",
        length=row[weight] / longest,
        link=scene.opening("store", row["store"]),
    )

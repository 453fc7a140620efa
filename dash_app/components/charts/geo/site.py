"""What a store at the pin would gain, and take from whom."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list
from dash_app.scene import Scene
from dash_app.texts import marked, say


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
    return say(
        "Drop a pin on the map, or click a site or white spot, to see what a store there gains and takes from others."
    )


def title(scene: Scene) -> str:
    """Say where the pin is."""
    return marked("What would a store at your pin change?") if scene.options["pin"] else marked("Try a place by hand")


def said(result: Result, _: Scene) -> str:
    """Say where the pin is and how far the nearest store."""
    summary = result.summary
    store = str(result.rows[0]["name"] or summary["nearest_store"])
    there = {"way": numbers.exact(summary["nearest_store_km"], "km"), "store": store}
    if not summary["place"]:
        return say("No town near; {way} to {store}.", **there)
    return say("Near {place}, {state}; {way} to {store}.", place=summary["place"], state=summary["state"], **there)


def _parts(result: Result) -> Component:
    named = (("gained", say("gained")), ("taken", say("taken from stores")), ("kept", say("keep their store")))
    return html.Dl([_part(result, part, words) for part, words in named], className="parts")


def _part(result: Result, part: str, words: str) -> Component:
    customers = numbers.short(result.summary[f"{part}_customers"], "count")
    revenue = numbers.short(result.summary[f"{part}_revenue"], "money", result.currency)
    return html.Div([html.Dt(words), html.Dd([customers, html.Span(revenue)])], className=f"part-{part}")


def _bar(row: dict[str, Any], weight: str, longest: float, result: Result, scene: Scene) -> Bar:
    name = row["name"] or row["store"]
    share = numbers.exact(row["share"], "share")
    told = {"name": name, "customers": numbers.count(row["customers"]), "share": share}
    told["revenue"] = numbers.exact(row["revenue"], "money", result.currency)
    return Bar(
        name=name,
        detail=say("loses {share}", share=share),
        figure=f"{numbers.MINUS}{numbers.short(row[weight], result.unit(weight), result.currency)}",
        title=say("{name}: {customers} customers with {revenue}, {share} of whom it reaches", **told),
        length=row[weight] / longest,
        link=scene.opening("store", row["store"]),
    )

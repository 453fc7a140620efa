"""The proposed sites, ranked, and why these."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list, place_of
from dash_app.components.charts.geo.workbench import PROOF, is_pinned, pinned
from dash_app.scene import Scene
from dash_app.texts import marked_n, say, say_n

_UNITS = {"customers": "count", "revenue": "money"}
_EFFECTS = ("gained_customers", "gained_revenue", "taken_customers", "taken_revenue")
_GAINS = {
    "customers": marked_n(
        "This site adds {amount} customers within {km} km: {before} → {after}.",
        "These {n} sites add {amount} customers within {km} km: {before} → {after}.",
    ),
    "revenue": marked_n(
        "This site adds {amount} of revenue within {km} km: {before} → {after}.",
        "These {n} sites add {amount} of revenue within {km} km: {before} → {after}.",
    ),
}


def potential_locations(result: Result, scene: Scene) -> Component | None:
    """List the sites, the one that gains most first, and offer a proof where there is none yet."""
    if not result.rows:
        return None
    gained = f"gained_{scene.options['weight']}"
    longest = max(row[gained] for row in result.rows) or 1
    bars = [_bar(row, gained, longest, result, scene) for row in result.rows]
    return html.Div([*_search(result, scene), bar_list(bars)])


def why(result: Result, scene: Scene) -> str:
    """Say what the sites gain together, and how good they provably are."""
    summary, weight = result.summary, scene.options["weight"]

    def amount(name: str) -> str:
        write = numbers.exact if weight == "customers" else numbers.short
        return write(summary[name], _UNITS[weight], result.currency)

    gain = {name: numbers.exact(summary[f"share_{name}"], "share") for name in ("before", "after")}
    gain |= {"amount": amount("gained"), "km": scene.options["radius_km"]}
    reach = say_n(*_GAINS[weight], len(result.rows), **gain)
    return f"{reach} {_proof(summary, amount('bound'))}"


def _search(result: Result, scene: Scene) -> list[Component]:
    """Offer to prove the optimum, where the quick search has not done so."""
    if result.summary["gap"] == 0 or result.summary["method"] != "greedy":
        return []
    link = html.A(say("Look for the best"), href=scene.selection.replaced({PROOF: "true"}).link, className="more")
    return [html.P(link, className="proof")]


def _proof(summary: dict[str, Any], bound: str) -> str:
    if summary["gap"] == 0:
        return say("Proved: no others gain more.")
    gap = numbers.exact(summary["gap"], "share")
    if gap.startswith("0.0"):
        gap = say("less than 0.1\u202f%")
    how = say("Quick search") if summary["method"] == "greedy" else say("Stopped at the time limit")
    told = {"how": how, "bound": bound, "gap": gap}
    return say("{how}: no others could gain more than {bound}, so these miss at most {gap}.", **told)


def _bar(row: dict[str, Any], gained: str, longest: float, result: Result, scene: Scene) -> Bar:
    place = ", ".join(part for part in (row["place"], row["state"]) if part) or say("No town")
    return Bar(
        name=place,
        detail=say("{km}\u202fkm to {store}", km=numbers.count(row["nearest_store_km"]), store=row["nearest_store"]),
        figure=f"+{numbers.short(row[gained], result.unit(gained), result.currency)}",
        title=say(
            "{place}: gains {gained_customers} customers with {gained_revenue}, "
            "takes {taken_customers} with {taken_revenue} from existing stores",
            place=place,
            **{name: numbers.exact(row[name], result.unit(name), result.currency) for name in _EFFECTS},
        ),
        length=row[gained] / longest,
        link=pinned(row, scene),
        chosen=is_pinned(row, scene),
        place=place_of(row),
    )

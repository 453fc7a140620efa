"""The proposed sites, ranked, and why these."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list, place_of
from dash_app.components.charts.geo.workbench import PROOF, is_pinned, pinned
from dash_app.scene import Scene

_UNITS = {"customers": "count", "revenue": "money"}


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

    sites = "This site adds" if len(result.rows) == 1 else f"These {len(result.rows)} sites add"
    before, after = (numbers.exact(summary[f"share_{when}"], "share") for when in ("before", "after"))
    what = "customers" if weight == "customers" else "of revenue"
    reach = f"{sites} {amount('gained')} {what} within {scene.options['radius_km']} km: {before} → {after}."
    return f"{reach} {_proof(summary, amount('bound'))}"


def _search(result: Result, scene: Scene) -> list[Component]:
    """Offer to prove the optimum, where the quick search has not done so."""
    if result.summary["gap"] == 0 or result.summary["method"] != "greedy":
        return []
    link = html.A("Look for the best", href=scene.selection.replaced({PROOF: "true"}).link, className="more")
    return [html.P(link, className="proof")]


def _proof(summary: dict[str, Any], bound: str) -> str:
    if summary["gap"] == 0:
        return "Proved: no others gain more."
    gap = numbers.exact(summary["gap"], "share")
    if gap.startswith("0.0"):
        gap = f"less than 0.1{numbers.THIN}%"
    how = "Quick search" if summary["method"] == "greedy" else "Stopped at the time limit"
    return f"{how}: no others could gain more than {bound}, so these miss at most {gap}."


def _bar(row: dict[str, Any], gained: str, longest: float, result: Result, scene: Scene) -> Bar:
    def amount(name: str) -> str:
        return numbers.exact(row[name], result.unit(name), result.currency)

    place = ", ".join(part for part in (row["place"], row["state"]) if part) or "No town"
    return Bar(
        name=place,
        detail=f"{numbers.count(row['nearest_store_km'])}{numbers.THIN}km to {row['nearest_store']}",
        figure=f"+{numbers.short(row[gained], result.unit(gained), result.currency)}",
        title=f"{place}: gains {amount('gained_customers')} customers with {amount('gained_revenue')}, "
        f"takes {amount('taken_customers')} with {amount('taken_revenue')} from existing stores",
        length=row[gained] / longest,
        link=pinned(row, scene),
        chosen=is_pinned(row, scene),
        place=place_of(row),
    )

"""The filter bar and the breadcrumb follow the URL; everything in them is a link."""

from collections.abc import Mapping

from dash.development.base_component import Component

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.breadcrumb import breadcrumb
from dash_app.components.filter_bar import (
    chips,
    comparison_links,
    day_fields,
    dimension_buttons,
    dimensions_of,
    member_links,
    period_links,
    period_name,
)
from dash_app.pages import page_at
from dash_app.scene import Scene, scene_of
from dash_app.served.place import Place
from dash_app.texts import say

Parts = dict[str, list[Component] | str]
_MOST_MEMBERS = "40"


def bar(client: ApiClient, place: Place) -> Parts:
    """Say where one is and what is selected, and offer other periods and comparisons; by the id of the element."""
    try:
        scene = scene_of(client, place.search, place.version, path=place.path)
        labels = {pair: client.label(*pair) for pair in (*scene.selection.filters, *scene.fixed)}
    except ApiError:
        return {"breadcrumb": "", "chips": "", "period-name": say("Period")}
    return {
        "breadcrumb": breadcrumb(scene, labels, page_at(place.path)),
        "chips": chips(scene, labels),
        "period-name": period_name(scene),
        "periods": period_links(scene),
        "days": day_fields(scene),
        "comparisons": comparison_links(scene),
        "dimensions": dimension_buttons(scene, None),
    }


def offer(client: ApiClient, place: Place, asked: Mapping[str, str]) -> Parts:
    """Offer members of a dimension to filter by, those that match what has been typed."""
    try:
        scene = scene_of(client, place.search, place.version)
        dimension = asked.get("dimension") or dimensions_of(scene)[0]
        members = _members(client, scene, dimension, asked.get("text", ""))
    except ApiError:
        return {"dimensions": "", "members": ""}
    return {
        "dimensions": dimension_buttons(scene, dimension),
        "members": member_links(scene, dimension, members),
    }


def _members(client: ApiClient, scene: Scene, dimension: str, text: str) -> list[tuple[str, str]]:
    asked = [("dimension", dimension), ("search", text[:100]), ("limit", _MOST_MEMBERS)]
    rows = client.fetch("members", [*scene.params("start", "end", dimension), *asked]).rows
    return [(row["member"], row["label"]) for row in rows]

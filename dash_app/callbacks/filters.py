"""The filter bar and the breadcrumb follow the URL; everything in them is a link."""

from typing import Any

from dash import Dash, Input, Output, State

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.callbacks.browser import in_browser
from dash_app.components.breadcrumb import breadcrumb
from dash_app.components.filter_bar import (
    chips,
    comparison_links,
    dimension_buttons,
    dimensions_of,
    member_links,
    period_links,
    period_name,
)
from dash_app.pages import page_at
from dash_app.pages.page import Page
from dash_app.scene import Scene, scene_of
from dash_app.texts import say

_MOST_MEMBERS = "40"


def register(app: Dash, client: ApiClient) -> None:
    """Show what is selected, offer what can be, take days as typed."""

    @app.callback(
        Output("breadcrumb", "children"),
        Output("chips", "children"),
        Output("period-name", "children"),
        Output("periods", "children"),
        Output("comparisons", "children"),
        Output("dimensions", "children"),
        Output("day-start", "value"),
        Output("day-end", "value"),
        Input("url", "search"),
        Input("version", "data"),
        Input("url", "pathname"),
        State("dimension", "data"),
    )
    def follow(search: str | None, version: int | None, path: str | None, dimension: str | None) -> tuple[Any, ...]:
        try:
            return _bar(client, scene_of(client, search, version, path=path), page_at(path), dimension)
        except ApiError:
            return [], [], say("Period"), [], [], [], None, None

    @app.callback(
        Output("members", "children"),
        Input("url", "search"),
        Input("version", "data"),
        Input("dimension", "data"),
        Input("search", "value"),
    )
    def offer(search: str | None, version: int | None, dimension: str | None, text: str | None) -> list[Any]:
        try:
            scene = scene_of(client, search, version)
            dimension = dimension or dimensions_of(scene)[0]
            asked = [("dimension", dimension), ("search", (text or "")[:100]), ("limit", _MOST_MEMBERS)]
            rows = client.fetch("members", [*scene.params("start", "end", dimension), *asked]).rows
        except ApiError:
            return []
        return member_links(scene, dimension, [(row["member"], row["label"]) for row in rows])

    days = (State("day-start", "value"), State("day-end", "value"))
    in_browser(app, "showDays", Input("show-days", "n_clicks"), *days)


def _bar(client: ApiClient, scene: Scene, page: Page | None, dimension: str | None) -> tuple[Any, ...]:
    labels = {pair: client.label(*pair) for pair in (*scene.selection.filters, *scene.fixed)}
    start, end = scene.span or (None, None)
    return (
        breadcrumb(scene, labels, page),
        chips(scene, labels),
        period_name(scene),
        period_links(scene),
        comparison_links(scene),
        dimension_buttons(scene, dimension),
        start and start.isoformat(),
        end and end.isoformat(),
    )

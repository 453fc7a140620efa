"""One callback fills every card; the browser paints what it brings in the colours of the theme."""

from typing import Any

import orjson
from dash import MATCH, Dash, Input, Output, State, ctx, no_update
from dash.development.base_component import Component

from dash_app.answers import ApiError, Result
from dash_app.api_client import ApiClient
from dash_app.callbacks.browser import in_browser
from dash_app.callbacks.tables import whole_answer
from dash_app.components.card import CARDS, FIGURES, Card, Drawn, part
from dash_app.components.chart_card import card_class, downloads, heading_of, options
from dash_app.components.charts.plot import Figure
from dash_app.components.names import shortened
from dash_app.components.notice import empty, failed, invited, no_data, unavailable
from dash_app.components.plain import plain
from dash_app.components.sentence import in_words
from dash_app.components.table import table
from dash_app.scene import Scene, View, scene_of

_AS_PLOTLY = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS


def register(app: Dash, client: ApiClient) -> None:
    """Fill, paint, look closer, drill."""

    @app.callback(
        Output(part("card", MATCH), "className"),
        Output(part("heading", MATCH), "children"),
        Output(part("options", MATCH), "children"),
        Output(part("downloads", MATCH), "children"),
        Output(part("content", MATCH), "children"),
        Output(part("figure", MATCH), "data"),
        Output(part("says", MATCH), "children"),
        Input("url", "search"),
        Input("version", "data"),
        Input(part("view", MATCH), "data"),
        Input(part("face", MATCH), "data"),
        State("url", "pathname"),
    )
    def fill(
        search: str | None, version: int | None, view: dict[str, Any] | None, face: str, path: str | None
    ) -> tuple[Any, ...]:
        card = CARDS[ctx.outputs_list[0]["id"]["card"]]
        return _sent(filled(client, card, search, version, View.read(view), face, path))

    in_browser(
        app,
        "paint",
        Output(part("graph", MATCH), "figure"),
        Input(part("figure", MATCH), "data"),
        Input("theme", "data"),
    )
    in_browser(
        app,
        "look",
        Output(part("view", MATCH), "data"),
        Input(part("graph", MATCH), "relayoutData"),
        State(part("graph", MATCH), "id"),
        State(part("view", MATCH), "data"),
    )
    in_browser(app, "drill", Output(part("graph", MATCH), "clickData"), Input(part("graph", MATCH), "clickData"))
    in_browser(app, "turn", Output(part("face", MATCH), "data"), Input(part("turn", MATCH), "n_clicks"))


def filled(
    client: ApiClient,
    card: Card,
    search: str | None,
    version: int | None = None,
    view: View | None = None,
    face: str = "chart",
    path: str | None = None,
) -> tuple[Any, ...]:
    """Return the parts of a card: classes, heading, options, downloads, content, figure, and what it says in words."""
    try:
        scene = card.placed(scene_of(client, search, version, view, path))
    except ApiError as error:
        return _without_scene(card, error)
    try:
        if invitation := card.waits and card.waits(scene):
            return card_class(card, "noticed"), no_update, options(card, scene), [], invited(invitation), no_update, ""
        if face == "table" and (result := whole_answer(client, card, scene)).rows:
            return card_class(card, "as-table"), *_around(card, scene), table(result, card.key), no_update, no_update
        result = client.fetch(*card.ask(scene))
        if card.colors:
            scene = scene.coloring(client.largest_categories(scene.dataset.version))
        asks = card.also(scene, result) if card.also else []
        return _drawn(card, scene.having({ask.analysis: client.fetch(*ask) for ask in asks}), result)
    except ApiError as error:
        return _said(card, scene, failed(error, scene))


def _drawn(card: Card, scene: Scene, result: Result) -> tuple[Any, ...]:
    drawing = card.draw(result, scene) if result.rows or scene.more else None
    if drawing is None:
        if result.unavailable:
            return _said(card, scene, unavailable(result, scene), "lacking")
        return _said(card, scene, empty(result, scene, card.nothing))
    said = _finding(card, result, scene)
    if isinstance(drawing, Drawn):
        return card_class(card, "drawn"), *_around(card, scene), drawing.legend, _described(drawing.figure), said
    return card_class(card, "listed"), *_around(card, scene), drawing, no_update, said


def _finding(card: Card, result: Result, scene: Scene) -> str:
    """Say the answer in a sentence; headline figures speak for themselves."""
    if card.says:
        return shortened(card.says(result, scene))
    return "" if card.form == FIGURES else shortened(in_words(result))


def _described(figure: Figure) -> dict[str, Any]:
    return {"data": figure.data, "layout": figure.layout}


def _sent(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Write figure and markup of a card as text, which Dash would look through value by value."""
    classes, heading, *lists, figure, said = parts
    drawn = orjson.dumps(figure, default=list, option=_AS_PLOTLY).decode() if isinstance(figure, dict) else figure
    return classes, heading, *map(plain, lists), drawn, said


def _without_scene(card: Card, error: ApiError) -> tuple[Any, ...]:
    """Say once on the page why there is no data at all; the other cards keep waiting."""
    if card.form != FIGURES:
        return (no_update,) * 7
    return _said(card, None, no_data(error) if error.code == "no_data" else failed(error))


def _said(card: Card, scene: Scene | None, notice: Component, *states: str) -> tuple[Any, ...]:
    around = _around(card, scene) if scene else (no_update, no_update, no_update)
    return card_class(card, *states, "noticed"), *around, notice, no_update, ""


def _around(card: Card, scene: Scene) -> tuple[Any, Any, Any]:
    title = card.titled(scene)
    return heading_of(card, title) if title else no_update, options(card, scene), downloads(card, scene)

"""What a card shows, as the answer to its question under the filters in force."""

from typing import Any, NamedTuple

from dash.development.base_component import Component

from dash_app.answers import ApiError, Result
from dash_app.api_client import ApiClient
from dash_app.components.card import FIGURES, Card, Drawn
from dash_app.components.chart_card import downloads, heading_of, options
from dash_app.components.charts.plot import Figure
from dash_app.components.names import shortened
from dash_app.components.notice import empty, failed, invited, no_data, unavailable
from dash_app.components.sentence import in_words
from dash_app.scene import Scene
from dash_app.served.asked import answered
from dash_app.served.place import Place
from dash_app.served.tabled import whole_answer


class Filled(NamedTuple):
    """Parts of a card; None leaves one as it stands.

    states : what the card is now, as classes: drawn, listed, noticed, lacking, as-table.
    figure : data and layout as Plotly takes them.
    says : the answer in a sentence.
    """

    states: str | None = None
    heading: list[Component] | None = None
    options: list[Component] | None = None
    downloads: list[Component] | None = None
    content: Component | list[Component] | None = None
    figure: dict[str, Any] | None = None
    says: str | None = None


class Around(NamedTuple):
    """What stands around the answer of a card."""

    heading: list[Component] | None
    options: list[Component]
    downloads: list[Component]


def filled(client: ApiClient, card: Card, place: Place, face: str = "chart") -> Filled:
    """Ask the question of a card and draw the answer; as table, say only that there is something to tabulate."""
    try:
        scene = place.scene(client, card)
    except ApiError as error:
        return _without_scene(card, error)
    try:
        if invitation := card.waits and card.waits(scene):
            return Filled("noticed", None, options(card, scene), [], invited(invitation), says="")
        if face == "table" and whole_answer(client, card, scene).rows:
            return Filled("as-table", *_around(card, scene))
        result, _, more = answered(client, card, scene)
        if card.colors:
            scene = scene.coloring(client.largest_categories(scene.dataset.version))
        return _drawn(card, scene.having(more), result)
    except ApiError as error:
        return _said(card, scene, failed(error, scene))


def _drawn(card: Card, scene: Scene, result: Result) -> Filled:
    drawing = card.draw(result, scene) if result.rows or scene.more else None
    if drawing is None:
        if result.unavailable:
            without = _said(card, scene, unavailable(result, scene), "lacking")
            return without._replace(options=[]) if result.is_beyond_the_data else without
        return _said(card, scene, empty(result, scene, card.nothing))
    said = _finding(card, result, scene)
    if isinstance(drawing, Drawn):
        return Filled("drawn", *_around(card, scene), drawing.legend or [], _described(drawing.figure), said)
    return Filled("listed", *_around(card, scene), drawing, says=said)


def _finding(card: Card, result: Result, scene: Scene) -> str:
    """Say the answer in a sentence; headline figures speak for themselves."""
    if card.says:
        return shortened(card.says(result, scene))
    return "" if card.form == FIGURES else shortened(in_words(result))


def _described(figure: Figure) -> dict[str, Any]:
    return {"data": figure.data, "layout": figure.layout}


def _without_scene(card: Card, error: ApiError) -> Filled:
    """Say once on the page why there is no data at all; the other cards keep waiting."""
    if card.form != FIGURES:
        return Filled()
    return Filled("noticed", content=no_data(error) if error.code == "no_data" else failed(error), says="")


def _said(card: Card, scene: Scene, notice: Component, *states: str) -> Filled:
    return Filled(" ".join((*states, "noticed")), *_around(card, scene), notice, says="")


def _around(card: Card, scene: Scene) -> Around:
    title = card.titled(scene)
    return Around(heading_of(card, title) if title else None, options(card, scene), downloads(card, scene))

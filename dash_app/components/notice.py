"""What a card says where it has nothing to draw, and what to do about it."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import ApiError, Result
from dash_app.components import numbers
from dash_app.components.attributes import data
from dash_app.components.filter_bar import removal
from dash_app.components.icons import icon
from dash_app.components.info import with_names
from dash_app.components.names import shortened
from dash_app.scene import Scene
from dash_app.texts import say


def failed(error: ApiError, scene: Scene | None = None) -> Component:
    """Say what went wrong; the rest of the page lives on."""
    reasons = [f"`{detail['parameter']}` {detail['problem']}" for detail in error.details]
    again = html.A(say("Try again"), href=scene.selection.link if scene else "?", className="button", **data(again=""))
    reset = html.A(say("Remove all filters"), href="?", className="button") if error.details else None
    return _notice("alert", error.message, reasons, [reset or again], "alert")


def unavailable(result: Result, scene: Scene) -> Component:
    """Say what data would make the answer available."""
    return _notice(
        "none", say("Not in this data"), [result.unavailable], _ways_out(scene) if scene.selection.filters else []
    )


def invited(text: str) -> Component:
    """Say what the viewer can do here."""
    return html.Div([icon("pin"), html.P(text)], className="notice", role="status")


def empty(result: Result, scene: Scene, meaning: str = "") -> Component:
    """Say why nothing is left and offer to remove the filter chosen last."""
    if meaning and not result.notes:
        return _notice("info", say(meaning), [], [])
    reasons = [shortened(note) for note in result.notes] or [_nothing_sold(scene)]
    return _notice("none", say("Nothing to show"), reasons, _ways_out(scene))


def _nothing_sold(scene: Scene) -> str:
    if scene.span is None:
        return say("There were no sales in this selection.")
    return say("There were no sales in {days}.", days=numbers.days(*scene.span))


def no_data(error: ApiError) -> Component:
    """Greet somebody who has not loaded anything yet."""
    filling = say("This page fills by itself once data is there.")
    return _notice("none", say("Waiting for data"), [error.message, filling], [])


def _ways_out(scene: Scene) -> list[Component]:
    selection = scene.selection
    if selection.filters:
        name, value = selection.filters[-1]
        return [html.A(removal(name, value), href=selection.toggled(name, value).link, className="button")]
    return [html.A(say("Show all data"), href=selection.within("all").link, className="button")]


def _notice(symbol: str, title: str, texts: list[str], ways_out: list[Component], role: str = "status") -> Component:
    said = [icon(symbol), html.P(title, className="notice-title"), *(html.P(with_names(text)) for text in texts)]
    return html.Div([*said, *ways_out], className="notice", role=role)

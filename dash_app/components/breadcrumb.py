"""Where one is: the way down through the places, each step a link back up."""

from dash import html
from dash.development.base_component import Component

from dash_app.components.attributes import aria, data
from dash_app.components.names import named
from dash_app.pages.page import Page
from dash_app.scene import Scene
from dash_app.selection import PLACES
from dash_app.texts import say


def breadcrumb(scene: Scene, labels: dict[tuple[str, str], str], page: Page | None) -> list[Component]:
    """List the steps; Esc follows the link that goes one up."""
    root, back = (say(page.root), page.back) if page else ("Whitespot", "/")
    if scene.fixed:
        here = " ".join(labels[member] for member in scene.fixed)
        return [html.Ol([html.Li(_step(root, back + scene.selection.elsewhere.link, 1)), html.Li(_step(here, "", 0))])]
    chosen = [(name, scene.selection.only(name)) for name in PLACES if scene.selection.only(name)]
    steps = [(root, scene.selection.without(*PLACES).link)]
    for name, value in chosen:
        below = PLACES[PLACES.index(name) + 1 :]
        steps.append((labels[name, value], scene.selection.without(*below).link))
    links = [_step(name, link, len(steps) - 1 - position) for position, (name, link) in enumerate(steps)]
    return [html.Ol([html.Li(link) for link in links])]


def _step(name: str, link: str, from_end: int) -> Component:
    if from_end == 0:
        return html.Span(named(name), **aria(current="location"))
    return html.A(named(name), href=link, **(data(up="") if from_end == 1 else {}))

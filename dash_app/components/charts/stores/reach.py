"""How far one store reaches, in a few figures."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components.card import Ask
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import marked, say

_RADII = {"radius_50_km": marked("Half of them live within"), "radius_80_km": marked("Four in five live within")}
_TRAVELS = {"mean_km": marked("On average they come"), "p95_km": marked("One in twenty comes further than")}


def ask_distance(scene: Scene, _: Result) -> list[Ask]:
    """Ask how far the customers live."""
    return [Ask("stores/distance", scene.params())]


def reach(result: Result, scene: Scene) -> Component | None:
    """Say who comes, and from how far."""
    if not result.rows:
        return None
    far = scene.more["stores/distance"]
    said = [_said(marked("Customers who bought here"), exact(result.rows[0]["customers"], "count"))]
    for answer, words in ((result, _RADII), (far, _TRAVELS)):
        row = answer.rows[0] if answer.rows else {}
        said += [_said(text, exact(row[name], "km")) for name, text in words.items() if row.get(name) is not None]
    return html.Div(
        [
            html.Dl(said, className="reach"),
            *([html.P(far.unavailable, className="list-closing")] if far.unavailable else []),
        ]
    )


def _said(text: str, figure: str) -> Component:
    return html.Div([html.Dt(say(text)), html.Dd(figure)])

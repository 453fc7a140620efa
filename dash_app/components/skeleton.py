"""Grey shapes where a card will stand."""

from dash import html
from dash.development.base_component import Component

from dash_app.components.attributes import aria
from dash_app.components.card import CHART, FIGURES, MAP

_SHAPES = {FIGURES: 3, CHART: 1, MAP: 1}


def skeleton(form: str) -> Component:
    """Hold the place of a chart, a list or the headline figures."""
    shapes = [html.Div(className="bone") for _ in range(_SHAPES.get(form, 8))]
    return html.Div(shapes, className=f"skeleton skeleton-{form}", **aria(hidden=True))

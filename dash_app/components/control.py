"""Controls of a card: few values side by side, many in a list, numbers on a slider; each changes the URL."""

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.choice import Choice, Slider
from dash_app.components.attributes import aria, data
from dash_app.components.card import Card
from dash_app.scene import Scene

_MOST_SEGMENTS = 5


def control(card: Card, choice: Choice | Slider, scene: Scene) -> Component:
    """Draw a choice with what is chosen."""
    if isinstance(choice, Slider):
        return _slider(card, choice, scene)
    return (_segments if len(choice.offered(scene)) <= _MOST_SEGMENTS else _list)(card, choice, scene)


def _segments(card: Card, choice: Choice, scene: Scene) -> Component:
    links = [_segment(card, choice, scene, *value) for value in choice.offered(scene)]
    group = html.Div(links, className="segments", role="group", **aria(label=choice.label))
    return html.Div([html.Span(choice.label), group], className="named") if choice.named else group


def _segment(card: Card, choice: Choice, scene: Scene, value: str, label: str) -> Component:
    current = aria(current=True) if value == scene.options[choice.name] else {}
    href = scene.selection.replaced({card.in_url(choice): value}).link
    name = card.in_url(choice)
    return html.A(label, href=href, id=f"{name}-{value}".replace(".", "·"), **current, **data(option=name, value=value))


def _list(card: Card, choice: Choice, scene: Scene) -> Component:
    chosen = scene.options[choice.name]
    offered = [html.Option(label, value=value, selected=value == chosen) for value, label in choice.offered(scene)]
    name = card.in_url(choice)
    select = html.Select(offered, className="select", **aria(label=choice.label), **data(option=name))
    return html.Label(
        [html.Span(choice.label, className=None if choice.named else "unseen"), select], className="named"
    )


def _slider(card: Card, slider: Slider, scene: Scene) -> Component:
    name, value = card.in_url(slider), scene.options[slider.name]
    shown = html.Output(f"{value} {slider.unit}".strip(), **data(unit=slider.unit))
    track = dcc.Input(
        id=f"slider-{name}".replace(".", "·"),
        type="range",
        min=slider.low,
        max=slider.high,
        step=slider.step,
        value=float(value),
    )
    return html.Label([html.Span([f"{slider.label} ", shown]), track], className="slider", **data(option=name))

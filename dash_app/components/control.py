"""Controls of a card: few values side by side, many in a list, numbers on a slider; each changes the URL."""

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.choice import Choice, Control, Pin, Slider
from dash_app.components import numbers
from dash_app.components.attributes import aria, data
from dash_app.components.card import Card
from dash_app.components.icons import icon
from dash_app.scene import Scene
from dash_app.texts import say

_MOST_SEGMENTS = 5


def control(card: Card, choice: Control, scene: Scene) -> Component:
    """Draw a choice with what is chosen."""
    if isinstance(choice, Slider):
        return _slider(card, choice, scene)
    if isinstance(choice, Pin):
        return _pin(card, choice, scene)
    return (_segments if len(choice.offered(scene)) <= _MOST_SEGMENTS else _list)(card, choice, scene)


def _segments(card: Card, choice: Choice, scene: Scene) -> Component:
    links = [_segment(card, choice, scene, *value) for value in choice.offered(scene)]
    group = html.Div(links, className="segments", role="group", **aria(label=say(choice.label)))
    return html.Div([html.Span(say(choice.label)), group], className="named") if choice.named else group


def _segment(card: Card, choice: Choice, scene: Scene, value: str, label: str) -> Component:
    current = aria(current=True) if value == scene.options[choice.name] else {}
    href = scene.selection.replaced({card.in_url(choice): value}).link
    name = card.in_url(choice)
    return html.A(
        say(label), href=href, id=f"{name}-{value}".replace(".", "·"), **current, **data(option=name, value=value)
    )


def _list(card: Card, choice: Choice, scene: Scene) -> Component:
    chosen = scene.options[choice.name]
    offered = [html.Option(say(label), value=value, selected=value == chosen) for value, label in choice.offered(scene)]
    name = card.in_url(choice)
    select = html.Select(offered, className="select", **aria(label=say(choice.label)), **data(option=name))
    return html.Label(
        [html.Span(say(choice.label), className=None if choice.named else "unseen"), select], className="named"
    )


def _slider(card: Card, slider: Slider, scene: Scene) -> Component:
    name, value = card.in_url(slider), scene.options[slider.name]
    unit = say(slider.unit)
    number = numbers.exact(float(value), "count" if float(value).is_integer() else "number")
    shown = html.Output(f"{number} {unit}".strip(), **data(unit=unit))
    track = dcc.Input(
        id=f"slider-{name}".replace(".", "·"),
        type="range",
        min=slider.low,
        max=slider.high,
        step=slider.step,
        value=float(value),
    )
    marks = data(option=name, resets=" ".join(slider.resets))
    return html.Label([html.Span([f"{say(slider.label)} ", shown]), track], className="slider", **marks)


def _pin(card: Card, pin: Pin, scene: Scene) -> Component:
    """A button that waits for a click on the map, and one that takes the pin away."""
    name = card.in_url(pin)
    drop = html.Button(
        [icon("pin"), say(pin.label)], className="button", **aria(pressed=False), **data(do="pin", option=name)
    )
    label, back = say("Take the pin away"), scene.selection.without(name).link
    away = html.A(icon("close"), href=back, className="button", title=label, **aria(label=label))
    return html.Div([drop, *([away] if scene.options[pin.name] else [])], className="pinning")

"""Puts layers on the base map."""

from collections.abc import Sequence

from dash_app.components.card import Drawn
from dash_app.components.charts.maps.base_map import base_map
from dash_app.components.charts.maps.extent import WORLD, Extent
from dash_app.components.charts.maps.layer import Layer
from dash_app.components.charts.template import figure
from dash_app.components.legend import legends


def map_of(layers: Sequence[Layer], extent: Extent | None, place: str, note: str = "") -> Drawn | None:
    """Draw the layers from the ground up; None where all are empty.

    extent : what is shown until the viewer moves the map; the world where nothing has a place.
    place : names what the map looks at; the viewer's own zoom holds until it changes.
    note : what stands below the signs.
    """
    if not any(layer.traces or layer.grounds for layer in layers):
        return None
    grounds = [ground for layer in layers for ground in layer.grounds]
    tips = next((layer.tips for layer in layers if layer.tips), None)
    drawn = figure(
        map={"style": base_map(), "layers": grounds, "center": {"lat": 20, "lon": 0}, "zoom": 1},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision=place,
        meta={"fit": extent or WORLD, "place": place, "tips": tips},
        dragmode="pan",
    )
    for layer in layers:
        drawn.add_traces(layer.traces)
    return Drawn(drawn, legends([layer.keys for layer in layers], note))

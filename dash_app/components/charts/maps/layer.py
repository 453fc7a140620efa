"""What a layer of the map adds."""

from typing import Any, NamedTuple

from dash_app.components.legend import Key


class Layer(NamedTuple):
    """Traces and what they mean."""

    traces: list[Any]
    keys: list[Key]


NOTHING = Layer([], [])
TIP = "%{text}<extra></extra>"

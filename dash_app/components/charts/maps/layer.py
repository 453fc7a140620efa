"""What a layer of the map adds."""

from collections.abc import Sequence
from typing import NamedTuple

from dash_app.components.charts.plot import Trace
from dash_app.components.legend import Key


class Layer(NamedTuple):
    """Traces and what they mean."""

    traces: Sequence[Trace]
    keys: list[Key]


NOTHING = Layer([], [])
TIP = "%{text}<extra></extra>"

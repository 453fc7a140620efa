"""What a layer of the map adds."""

from collections.abc import Sequence
from typing import NamedTuple

from dash_app.components.charts.plot import Look, Trace
from dash_app.components.legend import Key


class Layer(NamedTuple):
    """Traces and what they mean.

    grounds : layers of MapLibre under all traces, one colour each: thousands of marks in the time of a few.
    tips : what the marks of the grounds say when pointed at: lat, lon, names, text, and reach of each in degrees.
    """

    traces: Sequence[Trace]
    keys: list[Key]
    grounds: Sequence[Look] = ()
    tips: Look | None = None


NOTHING = Layer([], [])
TIP = "%{text}<extra></extra>"

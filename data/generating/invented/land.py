"""Where the United States are dry, to the shores of the Great Lakes."""

import json
from functools import cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.generating.drawing import Flags, Floats
from data.geography.borders import FOLDER


def on_land(latitude: Floats, longitude: Floats) -> Flags:
    """Whether points lie within a state."""
    dry = np.zeros(len(latitude), dtype=np.bool_)
    for state in _states():
        west, south, east, north = state.bounds
        near = (longitude >= west) & (longitude <= east) & (latitude >= south) & (latitude <= north)
        open_ = np.flatnonzero(near & ~dry)
        dry[open_] = shapely.contains_xy(state, longitude[open_], latitude[open_])
    return dry


@cache
def _states() -> list[BaseGeometry]:
    features = json.loads((FOLDER / "us_states.geojson").read_bytes())["features"]
    states = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    shapely.prepare(states)
    return states

"""How far stores reach: circles on the globe."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dash_app.components.charts.plot import Scattermap

EARTH_RADIUS_KM = 6371.0088
_CORNERS = 48


def circles(rows: list[dict[str, Any]], radius_km: float, color: str, width: float = 1.5) -> Scattermap:
    """Outline what lies within the radius of each row; the pointer reaches through."""
    latitudes, longitudes = rings([row["latitude"] for row in rows], [row["longitude"] for row in rows], radius_km)
    line = {"color": color, "width": width}
    return Scattermap(lat=latitudes, lon=longitudes, mode="lines", line=line, hoverinfo="skip")


def rings(
    latitudes: list[float], longitudes: list[float], radius_km: float
) -> tuple[list[float | None], list[float | None]]:
    """Latitudes and longitudes of great circles around places, each closed and followed by a gap."""
    angle = radius_km / EARTH_RADIUS_KM
    phi, lam = (np.radians(np.array(each, dtype=float))[:, None] for each in (latitudes, longitudes))
    bearing = np.linspace(0, 2 * np.pi, _CORNERS + 1)
    north = np.arcsin(np.sin(phi) * np.cos(angle) + np.cos(phi) * np.sin(angle) * np.cos(bearing))
    across = np.sin(bearing) * np.sin(angle) * np.cos(phi)
    east = lam + np.arctan2(across, np.cos(angle) - np.sin(phi) * np.sin(north))
    return _with_gaps(north), _with_gaps(east)


def _with_gaps(corners: NDArray[np.float64]) -> list[float | None]:
    closed = np.degrees(corners).round(5).tolist()
    return [each for ring in closed for each in (*ring, None)]

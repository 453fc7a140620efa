"""How far stores reach: circles on the globe."""

from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Any

from dash_app.components.charts.plot import Scattermap

EARTH_RADIUS_KM = 6371.0088
_CORNERS = 48


def circles(rows: list[dict[str, Any]], radius_km: float, color: str, width: float = 1.5) -> Scattermap:
    """Outline what lies within the radius of each row; the pointer reaches through."""
    rings = [circle(row["latitude"], row["longitude"], radius_km) for row in rows]
    latitudes, longitudes = ([each for ring in rings for each in (*ring[part], None)] for part in (0, 1))
    line = {"color": color, "width": width}
    return Scattermap(lat=latitudes, lon=longitudes, mode="lines", line=line, hoverinfo="skip")


def circle(latitude: float, longitude: float, radius_km: float) -> tuple[list[float], list[float]]:
    """Latitudes and longitudes of a great circle around a place, closed."""
    angle, phi, lam = radius_km / EARTH_RADIUS_KM, radians(latitude), radians(longitude)
    corners = [_corner(phi, lam, angle, 2 * pi * turn / _CORNERS) for turn in range(_CORNERS + 1)]
    return [corner[0] for corner in corners], [corner[1] for corner in corners]


def _corner(phi: float, lam: float, angle: float, bearing: float) -> tuple[float, float]:
    north = asin(sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(bearing))
    east = lam + atan2(sin(bearing) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sin(north))
    return round(degrees(north), 5), round(degrees(east), 5)

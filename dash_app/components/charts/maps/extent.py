"""What a map has to show, and how finely."""

from collections.abc import Iterable
from math import log2
from typing import Any, NamedTuple

from dash_app.scene import Scene

COARSEST, FINEST = 4, 9
_LEAST_DEGREES = 0.12


class Extent(NamedTuple):
    """A box in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def zoom(self) -> float:
        """Zoom at which the box fills a map of usual size."""
        return log2(360 / max(self.east - self.west, (self.north - self.south) * 1.6)) + 0.4


WORLD = Extent(-130, -45, 160, 65)


def extent_of(rows: Iterable[dict[str, Any]]) -> Extent | None:
    """Smallest box around all rows with coordinates, with a margin; None where no row has any."""
    located = [row for row in rows if row.get("latitude") is not None and row.get("longitude") is not None]
    if not located:
        return None
    latitudes, longitudes = ([row[name] for row in located] for name in ("latitude", "longitude"))
    wide = max((max(longitudes) - min(longitudes)) * 0.06, _LEAST_DEGREES)
    high = max((max(latitudes) - min(latitudes)) * 0.06, _LEAST_DEGREES)
    return Extent(min(longitudes) - wide, min(latitudes) - high, max(longitudes) + wide, max(latitudes) + high)


def most_of(rows: list[dict[str, Any]], share_left_out: float = 0.03) -> list[dict[str, Any]]:
    """Rows without the outermost in each direction, so that a few travellers do not shrink the map."""
    located = [row for row in rows if row["latitude"] is not None]
    cut = int(len(located) * share_left_out)
    kept = located
    for name in ("latitude", "longitude"):
        ordered = sorted(kept, key=lambda row: float(row[name]))
        kept = ordered[cut : len(ordered) - cut]
    return kept


def resolution_at(zoom: float) -> int:
    """H3 resolution whose cells are 10 to 30 pixels wide at this zoom."""
    return min(max(COARSEST + int((zoom - 4.5) / 1.4), COARSEST), FINEST)


def place_key(scene: Scene) -> str:
    """Name of the place a map looks at; the viewer's own zoom holds until it changes."""
    return "/".join(scene.only(level) for level in scene.levels)

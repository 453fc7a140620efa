"""TopoJSON as plain polygons."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely

from data.geography.making.antimeridian import Ring, flat


class Shape(NamedTuple):
    """One named area of a file."""

    id: str
    name: str
    geometry: shapely.Geometry


def read_shapes(file: Path, layer: str) -> Iterator[Shape]:
    """The areas of one layer, longitude and latitude in degrees.

    Bostock & Metcalf, The TopoJSON Format Specification 1.0: arcs are quantised, delta-encoded, shared by neighbours,
    and run backwards where their index is negative.
    """
    topology = json.loads(file.read_text("utf-8"))
    arcs = _arcs(topology)
    for member in topology["objects"][layer]["geometries"]:
        named = member.get("properties") or {}
        yield Shape(member.get("id") or "", named.get("name") or "", _geometry(member, arcs))


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    scale, translate = (np.array(topology["transform"][part]) for part in ("scale", "translate"))
    return [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]


def _geometry(member: dict[str, Any], arcs: list[Ring]) -> shapely.Geometry:
    polygons = [member["arcs"]] if member["type"] == "Polygon" else member.get("arcs", [])
    rings = [[_ring(chain, arcs) for chain in polygon] for polygon in polygons]
    solid = [[ring for ring in polygon if len(ring) > 3] for polygon in rings if len(polygon[0]) > 3]
    return shapely.union_all([flat(polygon) for polygon in solid])


def _ring(chain: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined end to end; each begins where the one before ends."""
    pieces = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in chain]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])

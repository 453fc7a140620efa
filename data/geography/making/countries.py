"""Countries from the world atlas, under their ISO 3166-1 codes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from api.services.statistics.distance import nearest
from data.geography.making.antimeridian import areas_only
from data.geography.making.geonames import RawPlaces
from data.geography.making.topojson import read_shapes

WITHOUT_NUMBER = {
    "Akrotiri": "CY",
    "Baikonur": "KZ",
    "Coral Sea Is.": "AU",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Indian Ocean Ter.": "AU",
    "Kosovo": "XK",
    "N. Cyprus": "CY",
    "Somaliland": "SO",
    "USNB Guantanamo Bay": "CU",
}
UNINHABITED = (
    "Bajo Nuevo Bank",
    "Clipperton I.",
    "Scarborough Reef",
    "Serranilla Bank",
    "Siachen Glacier",
    "Spratly Is.",
)
DRAWN_WITH = {
    "AU": ("CC", "CX"),
    "FR": ("GF", "GP", "MQ", "RE", "YT"),
    "NL": ("BQ",),
    "NO": ("SJ",),
    "NZ": ("TK",),
    "RU": ("UA",),
}  # parts drawn with a country that by ISO 3166 belong to another: overseas regions, the Crimea


def read_countries(file: Path, iso_by_number: dict[str, str], places: RawPlaces) -> dict[str, shapely.Geometry]:
    """Each country's area by its code."""
    pieces: dict[str, list[shapely.Geometry]] = {}
    for shape in read_shapes(file, "countries"):
        if shape.name not in UNINHABITED:
            code = WITHOUT_NUMBER.get(shape.name) or iso_by_number[shape.id]
            for owner, part in _owned(code, shape.geometry, places):
                pieces.setdefault(owner, []).append(part)
    return {code: areas_only(shapely.union_all(parts)) for code, parts in sorted(pieces.items())}


def _owned(code: str, geometry: shapely.Geometry, places: RawPlaces) -> Iterator[tuple[str, shapely.Geometry]]:
    """The parts of a country with the code of the country whose places lie nearest."""
    if code not in DRAWN_WITH:
        yield code, geometry
        return
    parts = shapely.get_parts(geometry)
    inside = shapely.get_coordinates(shapely.point_on_surface(parts))
    family = np.flatnonzero(np.isin(places.country, [code, *DRAWN_WITH[code]]))
    index, _ = nearest(inside[:, 1], inside[:, 0], places.latitude[family], places.longitude[family])
    yield from zip(places.country[family[index]].tolist(), parts, strict=True)

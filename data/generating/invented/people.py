"""Who lives around the invented chain's stores: people by population and distance, a few from far."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from api.services.statistics.distance import nearest
from data.generating.choice import Huff, reach
from data.generating.clock import Clock
from data.generating.drawing import Choices, Floats, Ints
from data.generating.invented.places import Places, scatter
from data.generating.invented.stores import Sites
from data.generating.joining import expected_share, first_opening
from data.generating.world import Stores

ORDERS_PER_CUSTOMER = 5.5
NEAR_KM = 4.0  # interest falls to 1/e over so many km …
FAR_SHARE, FAR_KM = 0.02, 60.0  # … but for a few people who go far
WHITE_SPOT_INTEREST = 0.05  # customers in a white spot, as a share of those a town with a store would have
FARTHEST_KM = 160
LOW_PENETRATION_PLACES = 4
LOW_PENETRATION = 0.25  # factor on the interest there
LOW_PENETRATION_TOWN = 30_000  # inhabitants at least
TOWN_SPREAD = 0.25  # standard deviation of the log of a town's interest


@dataclass(frozen=True)
class Residents:
    """Homes of the customers, and the places planted with too few of them; `place` and `low` are numbers of places."""

    place: Ints
    latitude: Floats
    longitude: Floats
    low: Ints


def settle(random: Generator, clock: Clock, places: Places, sites: Sites, count: int) -> Residents:
    """Draw the homes of `count` customers."""
    _, km = nearest(places.latitude, places.longitude, sites.latitude, sites.longitude)
    interest = np.exp(-km / NEAR_KM) + FAR_SHARE * np.exp(-km / FAR_KM)
    interest[sites.white] = np.maximum(interest[sites.white], WHITE_SPOT_INTEREST)
    interest *= np.exp(random.normal(0, TOWN_SPREAD, len(km)))
    low = _low_penetration(random, places, km)
    interest[low] *= LOW_PENETRATION
    interest[km > FARTHEST_KM] = 0
    weight = interest * places.population * _joined_share(clock, places, sites)
    place = np.sort(Choices(weight).draw_many(random, count))
    return Residents(place, *scatter(random, places, place), low)


def _low_penetration(random: Generator, places: Places, km: Floats) -> Ints:
    """Towns beside a store that do not take to it."""
    candidates = np.flatnonzero((km > 2) & (km < 10) & (places.population >= LOW_PENETRATION_TOWN))
    return np.sort(random.permutation(candidates)[:LOW_PENETRATION_PLACES])


def _joined_share(clock: Clock, places: Places, sites: Sites) -> Floats:
    stores = Stores(sites.latitude, sites.longitude, sites.opens, sites.closes, np.ones(len(sites.opens)))
    near = reach(places.latitude, places.longitude, stores, Huff())
    return expected_share(clock, first_opening(near, stores))

"""Which store a customer goes to: attraction against distance, taste on top.

Huff (1964), Defining and Estimating a Trading Area, Journal of Marketing 28(3).
Single choices follow from adding a Gumbel distributed taste to the log of attraction^alpha * distance^-beta.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from api.services.statistics.distance import haversine_km
from data.generating.drawing import Floats, Ints, happens
from data.generating.world import Stores


@dataclass(frozen=True)
class Huff:
    """How customers weigh stores; below `minimum_km` distance makes no difference."""

    alpha: float = 0.8
    beta: float = 1.7
    minimum_km: float = 0.5
    candidates: int = 8  # nearest stores a customer considers
    faithful: float = 0.75  # share of orders that go to the favourite of the stores then open


@dataclass(frozen=True)
class Reach:
    """Each customer's candidate stores, nearest first: shape (customers, candidates)."""

    store: NDArray[np.int32]
    km: NDArray[np.float32]


def reach(latitude: Floats, longitude: Floats, stores: Stores, huff: Huff) -> Reach:
    """Find each customer's candidate stores."""
    tree = cKDTree(_on_sphere(stores.latitude, stores.longitude))
    candidates = min(huff.candidates, tree.n)
    _, store = tree.query(_on_sphere(latitude, longitude), k=range(1, candidates + 1))
    km = haversine_km(latitude[:, None], longitude[:, None], stores.latitude[store], stores.longitude[store])
    return Reach(store.astype(np.int32), km.astype(np.float32))


def choose(
    random: Generator, customer: Ints, day: Ints, near: Reach, stores: Stores, huff: Huff
) -> tuple[Ints, Floats]:
    """Store of each order and its distance in km; store -1 where no candidate is open that day."""
    liking = _liking(near, stores.attraction, huff)
    favourite = liking + random.gumbel(size=liking.shape).astype(np.float32)
    explores = np.flatnonzero(~happens(random, huff.faithful, len(customer)))
    drawn = favourite[customer]
    drawn[explores] = liking[customer[explores]] + random.gumbel(size=(len(explores), liking.shape[1]))
    store = near.store[customer]
    drawn[(day[:, None] < stores.opens[store]) | (day[:, None] > stores.closes[store])] = -np.inf
    best = drawn.argmax(axis=1)
    order = np.arange(len(customer))
    return np.where(np.isneginf(drawn[order, best]), -1, store[order, best]), near.km[customer, best]


def _liking(near: Reach, attraction: Floats, huff: Huff) -> NDArray[np.float32]:
    km = np.maximum(near.km, np.float32(huff.minimum_km))
    return (huff.alpha * np.log(attraction)[near.store] - huff.beta * np.log(km)).astype(np.float32)


def _on_sphere(latitude: Floats, longitude: Floats) -> Floats:
    phi, lambda_ = np.radians(latitude), np.radians(longitude)
    return np.column_stack([np.cos(phi) * np.cos(lambda_), np.cos(phi) * np.sin(lambda_), np.sin(phi)])

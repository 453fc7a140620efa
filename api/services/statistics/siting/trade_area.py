"""How far a store's trade area reaches."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats, Indices
from api.services.statistics.siting.whole_weights import whole_weights


@dataclass(frozen=True)
class TradeAreas:
    """Circles around stores that hold given percentages of their trade; arrays of shape (stores, percents)."""

    radius_km: Floats  # NaN where a store has no trade
    customers: Indices  # customers of the store within the circle, its edge included


def trade_areas(
    store: ArrayLike, distance_km: ArrayLike, weights: ArrayLike, stores: int, percents: tuple[int, ...] = (50, 70, 80)
) -> TradeAreas:
    """The smallest circle around each store that holds so many percent of its customers or sales.

    store, distance_km, weights : arrays of shape (customers,): index of the store each uses, how far it is, and what
    the customer weighs (1 each, or spend). Customers without a distance are left out of the whole.

    Applebaum (1966), Methods for determining store trade areas, Journal of Marketing Research 3(2).
    """
    if not all(0 < percent <= 100 for percent in percents):
        raise ValueError(f"A trade area holds more than 0 and at most 100 percent, not {percents}.")
    place, km = np.asarray(store, dtype=np.int64), np.asarray(distance_km, dtype=np.float64)
    known = np.flatnonzero(np.isfinite(km) & (place >= 0))
    order = known[np.lexsort((km[known], place[known]))]
    place, km = place[order], km[order]
    counts = whole_weights(np.asarray(weights, dtype=np.float64)[order]).counts.astype(np.int64)
    starts = np.searchsorted(place, np.arange(stores + 1))
    reaching = _customers_needed(counts, starts, np.array(percents, dtype=np.int64))
    ends = np.append(np.flatnonzero((np.diff(place) != 0) | (np.diff(km) != 0)) + 1, len(km))
    inside = ends[np.searchsorted(ends, reaching)] - starts[:-1, None]
    trades = reaching > starts[:-1, None]
    radius = np.append(km, np.nan)[np.where(trades, reaching - 1, len(km))]
    return TradeAreas(radius, np.where(trades, inside, 0))


def _customers_needed(counts: Indices, starts: Indices, percents: Indices) -> Indices:
    """How many of all customers, in order, it takes until a store has its percentage; shape (stores, percents)."""
    running = np.concatenate([[0], np.cumsum(counts)])
    before, total = running[starts[:-1], None], np.diff(running[starts])[:, None]
    wanted = before - (-total * percents) // 100
    return np.where(total > 0, np.searchsorted(running, wanted), starts[:-1, None])

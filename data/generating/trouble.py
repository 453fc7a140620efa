"""Faults planted on purpose, so that warnings can be tested: stores and a category that lose their customers."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints, happens
from data.generating.periods import Periods
from data.generating.world import Menu

STORES_PER_FAULT = 12


@dataclass(frozen=True)
class Decline:
    """A share `depth` of the sales lost: none before day `starts`, all of it from day `complete` on."""

    who: int | str
    reason: str
    starts: int
    complete: int
    depth: float

    def kept(self, days: Ints) -> Floats:
        """Share of the usual sales that remain on days."""
        progress = np.clip((days - self.starts) / max(1, self.complete - self.starts), 0, 1)
        return 1 - self.depth * progress


_STORE_FAULTS = (  # reason, days before the end: first, complete; depth
    ("a competitor opened next door", 77, 63, 0.45),
    ("the manager left", 49, 42, 0.60),
    ("slow slide of quality", 182, 42, 0.35),
)
_CATEGORY_FAULT = ("supply problems", 56, 49, 0.45)


def store_declines(random: Generator, clock: Clock, store: Ints, day: Ints, closes: Ints) -> list[Decline]:
    """Choose stores that get into trouble, from the busier half of those that traded through the last two years."""
    count = max(1, len(closes) // STORES_PER_FAULT)
    before = np.bincount(store[day < clock.days - 365], minlength=len(closes))
    latest = np.bincount(store[day >= clock.days - 365], minlength=len(closes))
    candidates = np.flatnonzero((before > 0) & (closes >= clock.days) & (latest >= np.median(latest)))
    chosen = np.sort(random.permutation(candidates)[:count])
    return [_decline(clock, int(store), _STORE_FAULTS[i % len(_STORE_FAULTS)]) for i, store in enumerate(chosen)]


def category_decline(random: Generator, clock: Clock, menu: Menu) -> list[Decline]:
    """Choose the category in trouble: desserts, or any but the first where there are none."""
    categories = sorted(set(menu.category))
    if len(categories) < 2:
        return []
    category = "Desserts" if "Desserts" in categories else str(random.choice(categories[1:]))
    return [_decline(clock, category, _CATEGORY_FAULT)]


def _decline(clock: Clock, who: int | str, fault: tuple[str, int, int, float]) -> Decline:
    reason, starts, complete, depth = fault
    return Decline(who, reason, clock.days - starts, clock.days - complete, depth)


def survives(random: Generator, declines: list[Decline], store: Ints, day: Ints) -> Ints:
    """Indexes of the orders that troubled stores still get."""
    share = np.ones(len(store))
    for decline in declines:
        hit = np.flatnonzero((store == decline.who) & (day >= decline.starts))
        share[hit] = decline.kept(day[hit])
    return np.flatnonzero(happens(random, share, len(share)))


def category_share(declines: list[Decline], periods: Periods, menu: Menu) -> Floats:
    """Share of the usual sales of each product that remain: shape (periods, products)."""
    share = np.ones((len(periods.first_day), len(menu.cents)))
    for decline in declines:
        share[:, menu.category == decline.who] = decline.kept(periods.first_day)[:, None]
    return share

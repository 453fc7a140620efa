"""Frequent itemsets: which items many baskets hold together."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Itemset = tuple[int, ...]
_SHORT = np.iinfo(np.int16).max
_THIN = 64
"""Where more numbers than that lie between two baskets, marking each takes longer than sorting them."""


@dataclass(frozen=True)
class Itemsets:
    """Every set of items that at least `least` of all baskets hold, and how many hold it.

    The items of a set ascend. capped : whether `least` was raised to keep the number of sets in bounds.
    """

    baskets: int
    least: int
    counts: dict[Itemset, int]
    capped: bool


def decimal(number: float) -> Fraction:
    """Return the decimal people wrote: 0.8 is 8/10, not the binary number next to it."""
    return Fraction(repr(number))


def least_baskets(support: float, baskets: int) -> int:
    """Smallest number of baskets, at least one, whose share of all is `support` or more; compares whole numbers."""
    return max(1, ceil(decimal(support) * baskets))


def number_of_baskets(basket: NDArray[Any]) -> int:
    """How many baskets have a line; basket : shape (lines,), whole numbers."""
    if not len(basket):
        return 0
    place = basket - basket.min()
    if (last := int(place.max())) > _THIN * len(place):
        return len(np.unique(place))
    has_line = np.zeros(last + 1, dtype=np.bool_)
    has_line[place] = True
    return int(np.count_nonzero(has_line))


def frequent_itemsets(
    basket: NDArray[Any], item: NDArray[Any], *, baskets: int, least: int, most_items: int, most_sets: int
) -> Itemsets:
    """Find all sets of 1 to `most_items` items that at least `least` baskets hold.

    basket, item : shape (lines,): whole numbers from 0; an item repeated in a basket counts once.
    baskets : number of all baskets, also those without a line here.
    most_sets : where there are more sets, `least` rises until there are no more; the answer is whole above it.

    Depth first; each set carries the places of its last item in the baskets that hold it: "occurrence deliver" of
    Uno, Kiyomi & Arimura (2004), LCM ver. 2, IEEE ICDM Workshop on Frequent Itemset Mining Implementations.
    """
    items, lists = _lists(basket, item, least)
    search = _Search(lists, len(items), least, most_items, most_sets)
    search.extend((), np.arange(len(lists.item), dtype=np.int32))
    counts = {tuple(sorted(int(items[code]) for code in found)): n for found, n in search.counts.items()}
    return Itemsets(baskets, search.least, counts, capped=search.least > least)


class _Lists(NamedTuple):
    """The baskets laid one after the other, without repeated items; arrays of shape (places,).

    item : codes of the items, ascending within a basket. end : place behind the last one of the basket.
    """

    item: NDArray[Any]
    end: NDArray[np.int32]


def _lists(basket: NDArray[Any], item: NDArray[Any], least: int) -> tuple[NDArray[np.int64], _Lists]:
    """Lay the baskets out; an item's code is its place among the items with enough lines, rarest first."""
    lines = np.bincount(item)
    items = np.flatnonzero(lines >= least)
    items = items[np.argsort(lines[items], kind="stable")]
    code = np.full(len(lines), -1, dtype=np.int32)
    code[items] = np.arange(len(items))
    codes = code[item]
    if (kept := codes >= 0).all():
        ordered = basket.astype(np.int64)
    else:
        ordered, codes = basket[kept].astype(np.int64), codes[kept]
    bits = len(items).bit_length()
    ordered <<= bits
    ordered |= codes
    ordered.sort(kind="stable")  # lines nearly lie in the order of their baskets, which this sort makes use of
    ordered = ordered[_starts(ordered)]
    codes = (ordered & ((1 << bits) - 1)).astype(np.int16 if len(items) <= _SHORT else np.int32)
    ordered >>= bits
    ends = np.append(np.flatnonzero(_starts(ordered))[1:], len(ordered)).astype(np.int32)
    return items, _Lists(codes, np.repeat(ends, np.diff(ends, prepend=0)))


def _starts(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a new value begins in an ascending array."""
    starts = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=starts[1:])
    return starts


class _Search:
    """A walk over the frequent sets, each found once: as its codes ascend."""

    def __init__(self, lists: _Lists, items: int, least: int, most_items: int, most_sets: int) -> None:
        self.lists, self.items, self.least = lists, items, least
        self.most_items, self.most_sets = most_items, most_sets
        self.counts: dict[Itemset, int] = {}

    def extend(self, found: Itemset, places: NDArray[np.int32]) -> None:
        """Add each item at `places` to `found`, where enough baskets hold both, and go on from there."""
        items = self.lists.item[places]
        held = np.bincount(items, minlength=self.items)
        is_last = len(found) + 1 == self.most_items
        by_item = places if is_last else places[np.argsort(items, kind="stable")]
        ends = np.cumsum(held)
        for item in np.flatnonzero(held >= self.least).tolist():
            if held[item] < self.least:  # which may have risen meanwhile
                continue
            self._keep((*found, item), int(held[item]))
            if not is_last:
                self.extend((*found, item), self._behind(by_item[ends[item] - held[item] : ends[item]]))

    def _behind(self, places: NDArray[np.int32]) -> NDArray[np.int32]:
        """All places behind the given ones in the same baskets."""
        first = places + np.int32(1)
        lengths = self.lists.end[places] - first
        before = np.cumsum(lengths, dtype=np.int32) - lengths
        return np.repeat(first - before, lengths) + np.arange(lengths.sum(), dtype=np.int32)

    def _keep(self, found: Itemset, count: int) -> None:
        self.counts[found] = count
        if len(self.counts) > self.most_sets:
            self.least = int(np.median(list(self.counts.values()))) + 1
            self.counts = {itemset: n for itemset, n in self.counts.items() if n >= self.least}

"""Frequent itemsets, against counting every set by hand."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.services.statistics.baskets import Itemsets, frequent_itemsets, least_baskets, number_of_baskets

Baskets = list[list[int]]
BASKETS = st.lists(st.lists(st.integers(0, 7), max_size=7), min_size=1, max_size=40)


def _find(baskets: Baskets, least: int, most_items: int, most_sets: int = 10_000) -> Itemsets:
    basket = np.repeat(np.arange(len(baskets)), [len(items) for items in baskets])
    item = np.array([item for items in baskets for item in items], dtype=np.int64)
    return frequent_itemsets(
        basket, item, baskets=len(baskets), least=least, most_items=most_items, most_sets=most_sets
    )


def _counted(baskets: Baskets, least: int, most_items: int) -> dict[tuple[int, ...], int]:
    contents = [set(items) for items in baskets]
    sets = (set_ for size in range(1, most_items + 1) for set_ in combinations(range(8), size))
    counts = {set_: sum(set(set_) <= content for content in contents) for set_ in sets}
    return {set_: n for set_, n in counts.items() if n >= least}


@given(BASKETS, st.integers(1, 6), st.integers(1, 6))
def test_every_frequent_set_is_found_and_counted(baskets: Baskets, least: int, most_items: int) -> None:
    found = _find(baskets, least, most_items)
    assert found.counts == _counted(baskets, least, most_items)
    assert (found.least, found.capped) == (least, False)


@given(BASKETS, st.integers(1, 3), st.integers(1, 30))
def test_a_cap_leaves_the_whole_answer_to_a_higher_support(baskets: Baskets, least: int, most_sets: int) -> None:
    found = _find(baskets, least, 4, most_sets)
    assert len(found.counts) <= most_sets
    assert found.counts == _counted(baskets, found.least, 4)
    assert found.capped is (found.least > least)


def test_an_item_repeated_in_a_basket_counts_once() -> None:
    assert _find([[3, 3, 5], [5]], 1, 2).counts == {(3,): 1, (5,): 2, (3, 5): 1}


def test_no_baskets_hold_nothing() -> None:
    assert _find([[]], 1, 3).counts == {}


@pytest.mark.parametrize(
    ("basket", "number"), [([], 0), ([7], 1), ([7, 9, 7], 2), ([3, 10**12, 3], 2), ([-2, 0, 2, 2], 3)]
)
def test_baskets_are_counted_wherever_their_numbers_lie(basket: list[int], number: int) -> None:
    assert number_of_baskets(np.array(basket, dtype=np.int64)) == number


@pytest.mark.parametrize(
    ("support", "baskets", "least"),
    [(0.001, 9835, 10), (0.1, 30, 3), (0.3, 10, 3), (0.7, 10, 7), (0.0001, 10, 1), (1, 5, 5), (0.29, 100, 29)],
)
def test_support_is_the_decimal_as_written(support: float, baskets: int, least: int) -> None:
    assert least_baskets(support, baskets) == least

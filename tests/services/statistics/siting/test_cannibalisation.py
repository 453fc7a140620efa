import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting.cannibalisation import cannibalisation
from api.services.statistics.siting.huff import expected_sales, huff_probabilities


def test_a_twin_next_door_takes_a_third_of_two_equal_stores() -> None:
    moved = cannibalisation([[0.5, 0.5]], [[1 / 3, 1 / 3, 1 / 3]], [600], own=[True, False])
    np.testing.assert_allclose(moved.taken, [100, 100])
    assert (moved.new_sales, moved.from_own, moved.net) == pytest.approx((200, 100, 100))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_transfers_add_up_to_the_sales_of_the_new_store(seed: int, stores: int) -> None:
    random = np.random.default_rng(seed)
    attraction, distance = random.lognormal(5, 1, stores + 1), random.uniform(0, 50, (30, stores + 1))
    budget, own = random.lognormal(8, 1, 30), random.random(stores) < 0.5
    before, after = huff_probabilities(attraction[:-1], distance[:, :-1]), huff_probabilities(attraction, distance)
    moved = cannibalisation(before, after, budget, own)
    assert (moved.taken >= -1e-9).all()
    assert moved.new_sales == pytest.approx(moved.taken.sum(), rel=1e-14)
    assert moved.new_sales == pytest.approx(expected_sales(after, budget)[-1], rel=1e-9)
    assert moved.from_own == pytest.approx(moved.taken[own].sum(), rel=1e-12, abs=1e-9)
    assert moved.net == moved.new_sales - moved.from_own


def test_a_chain_without_competitors_gains_nothing() -> None:
    before, after = huff_probabilities([1, 2], [[1, 2]]), huff_probabilities([1, 2, 3], [[1, 2, 1]])
    moved = cannibalisation(before, after, [1000])
    assert (moved.net, moved.new_sales > 0) == (0, True)

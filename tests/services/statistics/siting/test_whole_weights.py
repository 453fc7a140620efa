from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.services.statistics.siting.whole_weights import UnfitWeights, whole_weights


def test_ten_and_twenty_cents_weigh_as_much_as_thirty() -> None:
    assert 0.1 + 0.2 != 0.3
    counts = whole_weights([0.1, 0.2, 0.3]).counts
    assert counts[0] + counts[1] == counts[2]


@pytest.mark.parametrize(
    ("weights", "counts", "per_one"),
    [
        pytest.param([3, 5, 0], [3, 5, 0], 1, id="customers"),
        pytest.param([19.99, 0.01], [1999, 1], 100, id="money to the cent"),
        pytest.param([1000, 3000], [1, 3], 0.001, id="thousands"),
        pytest.param([0, 0], [0, 0], 1, id="nothing"),
        pytest.param([], [], 1, id="nobody"),
    ],
)
def test_the_unit_is_the_largest_that_divides_all(weights: list[float], counts: list[float], per_one: float) -> None:
    whole = whole_weights(weights)
    assert whole.counts.tolist() == counts
    assert whole.per_one == pytest.approx(per_one, rel=1e-15)
    assert whole.weight(whole.counts).tolist() == weights


@given(st.lists(st.floats(0, 1e12), min_size=1, max_size=50), st.randoms())
def test_sums_do_not_depend_on_the_order_and_lose_nothing(weights: list[float], random: Random) -> None:
    whole = whole_weights(weights)
    shuffled = whole.counts.tolist()
    random.shuffle(shuffled)
    assert sum(shuffled) == whole.counts.sum()
    np.testing.assert_allclose(whole.weight(whole.counts), weights, rtol=0, atol=1e-290 + 1e-14 * sum(weights))


@pytest.mark.parametrize("weight", [-1.0, np.nan, np.inf, 1.7e308])
def test_unfit_weights_are_refused(weight: float) -> None:
    with pytest.raises(UnfitWeights):
        whole_weights([1.0, weight, weight])

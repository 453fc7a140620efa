import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting.huff import UnfitForHuff, expected_sales, huff_probabilities

exponents = st.floats(0, 5)


def test_probabilities_of_a_town_with_two_stores() -> None:
    """Twice as large and twice as far, with β = 2: 2/4 against 1/1."""
    np.testing.assert_allclose(huff_probabilities([10, 20], [[1, 2]]), [[2 / 3, 1 / 3]], rtol=1e-15)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), exponents, exponents, st.floats(1e-3, 1e6))
def test_what_holds_for_every_market(seed: int, alpha: float, beta: float, scale: float) -> None:
    random = np.random.default_rng(seed)
    attraction, distance = random.lognormal(5, 1, 6), random.uniform(0.1, 80, (20, 6))
    budget = random.lognormal(9, 1, 20)
    P = huff_probabilities(attraction, distance, alpha, beta)
    np.testing.assert_allclose(P.sum(axis=1), 1, rtol=1e-12)
    np.testing.assert_allclose(huff_probabilities(attraction * scale, distance, alpha, beta), P, rtol=1e-9)
    np.testing.assert_allclose(huff_probabilities(attraction, distance * scale, alpha, beta), P, rtol=1e-9)
    assert expected_sales(P, budget).sum() == pytest.approx(budget.sum(), rel=1e-12)


@pytest.mark.parametrize("stores", [1, 2, 7])
def test_equal_stores_equally_far_share_equally(stores: int) -> None:
    P = huff_probabilities(np.full(stores, 300.0), np.full((4, stores), 2.5))
    np.testing.assert_allclose(P, 1 / stores, rtol=1e-15)


def test_whoever_lives_at_a_store_shops_there() -> None:
    P = huff_probabilities([1, 1, 3], [[0.0, 5.0, 5.0], [0.0, 5.0, 0.0], [1e-300, 5.0, 5.0]])
    np.testing.assert_allclose(P, [[1.0, 0.0, 0.0], [0.25, 0.0, 0.75], [1.0, 0.0, 0.0]], atol=1e-15)


def test_without_deterrence_only_attraction_counts() -> None:
    np.testing.assert_allclose(huff_probabilities([1, 3], [[0, 9], [9, 1]], beta=0), [[0.25, 0.75]] * 2)


@pytest.mark.parametrize(
    ("attraction", "distance", "beta"),
    [
        pytest.param([0, 1], [[1, 1]], 2, id="a store that attracts nobody"),
        pytest.param([1, np.inf], [[1, 1]], 2, id="one that attracts without end"),
        pytest.param([1, 1], [[1, np.nan]], 2, id="an unknown distance"),
        pytest.param([1, 1], [[1, -1]], 2, id="a negative distance"),
        pytest.param([1, 1], [[1, 1]], -1, id="people who like it far"),
    ],
)
def test_what_the_model_gives_no_meaning_to_is_refused(
    attraction: list[float], distance: list[list[float]], beta: float
) -> None:
    with pytest.raises(UnfitForHuff):
        huff_probabilities(attraction, distance, beta=beta)

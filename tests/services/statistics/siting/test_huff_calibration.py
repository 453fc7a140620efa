from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from api.services.statistics.siting.huff import UnfitForHuff, huff_probabilities
from api.services.statistics.siting.huff_calibration import HuffFit, likelihood_fit, log_centred_fit

Floats = NDArray[np.float64]
Fit = Callable[..., HuffFit]
both = pytest.mark.parametrize("fit", [log_centred_fit, likelihood_fit])


def market(seed: int, places: int = 60, stores: int = 8) -> tuple[Floats, Floats]:
    random = np.random.default_rng(seed)
    return random.lognormal(6, 0.7, stores), random.uniform(0.5, 60, (places, stores))


@both
@pytest.mark.parametrize(("alpha", "beta"), [(1.0, 2.0), (0.6, 1.3), (0.0, 0.0), (1.7, 3.1)])
def test_flows_made_with_known_exponents_give_them_back(fit: Fit, alpha: float, beta: float) -> None:
    attraction, distance = market(1)
    people = np.random.default_rng(2).lognormal(6, 1, 60)
    flows = people[:, None] * huff_probabilities(attraction, distance, alpha, beta)
    found = fit(flows, distance, attraction)
    assert (found.alpha, found.beta) == pytest.approx((alpha, beta), abs=1e-9)


def test_exact_flows_are_explained_wholly() -> None:
    attraction, distance = market(1)
    found = log_centred_fit(huff_probabilities(attraction, distance, 0.8, 1.9), distance, attraction)
    assert (found.explained, found.pairs) == pytest.approx((1, 480), abs=1e-12)


@both
def test_without_attractions_only_distance_is_weighed(fit: Fit) -> None:
    _, distance = market(3)
    found = fit(huff_probabilities(np.ones(8), distance, 1, 1.5), distance)
    assert (found.alpha, found.beta) == pytest.approx((0, 1.5), abs=1e-9)


def test_many_people_give_the_exponents_back_about() -> None:
    attraction, distance = market(4, places=200)
    P = huff_probabilities(attraction, distance, 0.9, 1.2)
    flows = np.random.default_rng(5).multinomial(200_000, P)
    for fit in (log_centred_fit, likelihood_fit):
        found = fit(flows, distance, attraction)
        assert (found.alpha, found.beta) == pytest.approx((0.9, 1.2), abs=0.02)
        assert 0 < found.explained < 1


def test_few_people_leave_empty_pairs_which_the_likelihood_bears_and_the_regression_does_not() -> None:
    attraction, distance = market(6, places=3000)
    flows = np.random.default_rng(7).multinomial(3, huff_probabilities(attraction, distance, 1.0, 2.0))
    likely, centred = likelihood_fit(flows, distance, attraction), log_centred_fit(flows, distance, attraction)
    assert (flows == 0).mean() > 0.7
    assert (likely.alpha, likely.beta) == pytest.approx((1.0, 2.0), abs=0.06)
    assert centred.beta < 1.0


def test_empty_pairs_and_places_without_a_choice_are_left_out_of_the_regression() -> None:
    attraction, distance = market(8)
    flows = huff_probabilities(attraction, distance, 1.1, 1.4)
    flows[:20, 1:], flows[20:, 3] = 0, 0
    found = log_centred_fit(flows, distance, attraction)
    assert (found.alpha, found.beta) == pytest.approx((1.1, 1.4), abs=1e-9)
    assert found.pairs == 40 * 7


@both
@pytest.mark.parametrize("stores", [1, 4])
def test_stores_that_do_not_differ_tell_nothing(fit: Fit, stores: int) -> None:
    with pytest.raises(UnfitForHuff, match="cannot be told"):
        fit(np.ones((5, stores)), np.ones((5, stores)), np.ones(stores))


def test_people_who_all_take_the_nearest_store_tell_no_exponent() -> None:
    with pytest.raises(UnfitForHuff, match="cannot be told"):
        likelihood_fit([[9, 0], [0, 9]], [[1, 2], [2, 1]])


@both
@pytest.mark.parametrize(("flow", "distance", "attraction"), [(-1, 1, 1), (1, 0, 1), (1, 1, 0), (np.nan, 1, 1)])
def test_what_has_no_logarithm_is_refused(fit: Fit, flow: float, distance: float, attraction: float) -> None:
    with pytest.raises(UnfitForHuff, match="above 0"):
        fit([[flow, 2]], [[distance, 3]], [attraction, 4])

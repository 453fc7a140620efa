from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting.open_sites import TooFewSites
from api.services.statistics.siting.p_median import distances_km, p_median
from api.services.statistics.siting.whole_weights import UnfitWeights
from tests.services.statistics.siting.oracle import least_way
from tests.services.statistics.siting.worlds import Floats, or_library_like, read_or_library, world

PMED_SIZES = [(100, 5), (100, 10), (100, 20), (100, 33), (200, 5), (200, 40), (200, 67), (300, 30), (400, 10)]


def way(distance: Floats, weights: Floats, opened: tuple[int, ...]) -> float:
    return float((weights * distance[:, list(opened)].min(axis=1)).sum())


def shortest_way(distance: Floats, weights: Floats, p: int, fixed: tuple[int, ...] = ()) -> float:
    """The least cost, by trying all sets of sites."""
    able = set(range(distance.shape[1])) - set(fixed)
    return min(way(distance, weights, fixed + chosen) for chosen in combinations(sorted(able), p))


@pytest.mark.datasets
@pytest.mark.parametrize(("instance", "nodes", "optimum"), [("pmed1", 100, 5819), ("pmed38", 900, 11060)])
def test_or_library_optima_are_found_and_proved(datasets: Path, instance: str, nodes: int, optimum: int) -> None:
    """Beasley (1985), A note on solving large p-median problems: the published optima."""
    distance, p = read_or_library(datasets / f"pmedian/{instance}.txt")
    assert (len(distance), p) == (nodes, 5)
    at_once, exact = (p_median(distance, np.ones(nodes), p, exact=exact, time_limit_s=60) for exact in (False, True))
    assert (exact.method, exact.cost, exact.bound, exact.gap) == ("exact", optimum, optimum, 0)
    assert way(distance, np.ones(nodes), tuple(exact.chosen)) == optimum
    assert at_once.bound <= optimum <= at_once.cost <= 1.01 * optimum


@pytest.mark.parametrize(("nodes", "p"), PMED_SIZES)
def test_networks_of_or_library_sizes_are_solved_and_proved(nodes: int, p: int) -> None:
    distance = or_library_like(nodes, seed=nodes + p)
    at_once, exact = (p_median(distance, np.ones(nodes), p, exact=exact, time_limit_s=60) for exact in (False, True))
    assert (exact.method, exact.gap, len(exact.chosen)) == ("exact", 0, p)
    assert at_once.bound <= exact.cost <= at_once.cost
    assert at_once.gap < 0.03


@pytest.mark.parametrize(("nodes", "p", "fixed"), [(60, 3, ()), (60, 12, ()), (80, 4, (7, 30)), (50, 1, (2,))])
def test_the_optimum_is_what_spopt_finds(nodes: int, p: int, fixed: tuple[int, ...]) -> None:
    distance, weights = or_library_like(nodes, seed=p), np.random.default_rng(p).integers(1, 50, nodes).astype(float)
    exact = p_median(distance, weights, p, fixed, exact=True)
    assert (exact.method, exact.cost) == ("exact", least_way(distance, weights, p, fixed))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(0, 2), st.booleans())
def test_what_holds_for_every_answer(seed: int, p: int, fixed_count: int, fractions: bool) -> None:
    random = np.random.default_rng(seed)
    distance, weights = random.uniform(0, 100, (30, 11)), random.lognormal(0, 1, 30)
    distance, weights = (distance, weights) if fractions else (np.floor(distance), np.floor(weights))
    fixed = tuple(random.choice(11, fixed_count, replace=False).tolist())
    optimum = shortest_way(distance, weights, p, fixed)
    for exact in (False, True):
        medians = p_median(distance, weights, p, fixed, exact=exact)
        opened = (*fixed, *medians.chosen.tolist())
        assert len(set(opened)) == p + fixed_count
        assert medians.cost == pytest.approx(way(distance, weights, opened), rel=1e-12)
        assert (distance[np.arange(30), medians.serving] == distance[:, list(opened)].min(axis=1)).all()
        assert medians.bound <= optimum * (1 + 1e-9)
        assert 0 <= medians.gap < 1
    assert (medians.method, medians.gap) == ("exact", 0)
    assert medians.cost == pytest.approx(optimum, rel=1e-9)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_the_order_of_rows_and_columns_does_not_change_the_optimum(seed: int, p: int) -> None:
    random = np.random.default_rng(seed)
    distance, weights = np.floor(random.uniform(0, 100, (40, 15))), np.ones(40)
    people, places = random.permutation(40), random.permutation(15)
    turned = p_median(distance[people][:, places], weights, p, exact=True)
    assert turned.cost == p_median(distance, weights, p, exact=True).cost


def test_more_sites_never_make_the_way_longer() -> None:
    distance = or_library_like(70, seed=1)
    costs = [p_median(distance, np.ones(70), p, exact=True).cost for p in range(1, 71, 3)]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] == 0


def test_people_are_served_by_the_nearest_open_site_and_of_tied_ones_by_the_smallest_index() -> None:
    medians = p_median([[1, 1, 9], [2, 2, 9], [9, 9, 0]], [1, 1, 1], 2, [1], exact=True)
    assert (medians.chosen.tolist(), medians.serving.tolist(), medians.cost) == ([0, 2], [0, 0, 2], 3)


def test_with_only_fixed_sites_there_is_nothing_to_choose() -> None:
    medians = p_median([[1, 5], [2, 0]], [10, 1], 0, [0])
    assert (medians.chosen.tolist(), medians.cost, medians.gap) == ([], 12, 0)


@pytest.mark.parametrize(("p", "fixed"), [(3, []), (2, [0]), (0, []), (-1, [0])])
def test_sites_that_are_not_there_cannot_be_opened(p: int, fixed: list[int]) -> None:
    with pytest.raises(TooFewSites):
        p_median([[1, 2], [2, 1]], [1, 1], p, fixed)


def test_unknown_distances_are_refused() -> None:
    with pytest.raises(UnfitWeights):
        p_median([[1.0, np.nan], [2.0, 1.0]], [1, 1], 1)


def test_a_search_out_of_time_says_how_far_it_may_be_from_the_optimum() -> None:
    distance = or_library_like(400, seed=5)
    short, proved = (p_median(distance, np.ones(400), 10, exact=True, time_limit_s=limit) for limit in (0, 60))
    assert (short.method, proved.method) == ("exact (time limit)", "exact")
    assert short.bound < proved.cost <= short.cost
    assert 0 < short.gap <= 1


def test_a_country_with_fractional_kilometres_is_solved() -> None:
    here = world(4, demand=800, candidates=150, towns=25)
    medians = p_median(here.km, here.weights, 12, exact=True, time_limit_s=60)
    fixed = p_median(
        distances_km(here.demand, np.concatenate([here.candidates, here.existing])),
        here.weights,
        12,
        [150, 151, 152],
        exact=True,
        time_limit_s=60,
    )
    assert (medians.method, fixed.method) == ("exact", "exact")
    assert fixed.cost < medians.cost

from math import e
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting import covering_exact
from api.services.statistics.siting.maximal_covering import Sites, maximal_covering
from tests.services.statistics.siting.oracle import most_covered
from tests.services.statistics.siting.worlds import World, best_covered_weight, covered_weight, world

DEGREE_KM = 111.2  # a little more than a degree of latitude
radii = st.floats(1, 200)
seeds = st.integers(0, 10_000)


def sited(here: World, radius_km: float, count: int, exact: bool = False, time_limit_s: float = 20) -> Sites:
    everything = (here.demand, here.weights, here.candidates, here.existing)
    return maximal_covering(*everything, radius_km, count, exact=exact, time_limit_s=time_limit_s)


def on_a_line(weights: list[float], candidates: list[float], count: int, exact: bool = False) -> Sites:
    """People at 0°, 1°, 2° … of latitude; a store reaches one degree."""
    demand = [[float(place), 0.0] for place in range(len(weights))]
    return maximal_covering(demand, weights, [[at, 0.0] for at in candidates], [], DEGREE_KM, count, exact=exact)


def test_greedy_takes_the_middle_first_and_the_optimum_does_not() -> None:
    """Stores at 1, 2 and 3: the one at 2 reaches most alone, the other two together reach all."""
    greedy, exact = (on_a_line([3, 4, 1, 4, 3], [2, 1, 3], 2, exact) for exact in (False, True))
    assert (greedy.chosen.tolist(), greedy.gained.tolist(), greedy.covered_after) == ([0, 1], [9, 3], 12)
    assert (exact.chosen.tolist(), exact.gained.tolist(), exact.covered_after) == ([1, 2], [8, 7], 15)
    assert (greedy.method, greedy.bound, greedy.gap) == ("greedy", 15, 3 / 15)
    assert (exact.method, exact.bound, exact.gap) == ("exact", 15, 0)


def test_existing_stores_count_as_open() -> None:
    sites = maximal_covering([[0, 0], [1, 0], [5, 0]], [10, 20, 3], [[0, 0], [5, 0]], [[1, 0]], DEGREE_KM, 1)
    assert (sites.covered_before, sites.chosen.tolist(), sites.gained.tolist(), sites.covered_after) == (
        30,
        [1],
        [3],
        33,
    )


@pytest.mark.parametrize("exact", [False, True])
def test_of_tied_candidates_the_smallest_index_is_chosen(exact: bool) -> None:
    assert on_a_line([1, 1, 1, 1], [3, 0, 3, 0], 1, exact).chosen.tolist() == [0]
    assert on_a_line([0.1, 0.2, 0, 0.3, 0], [0.5, 4.0], 1, exact).chosen.tolist() == [0]
    assert on_a_line([0.1, 0.2, 0, 0.3, 0], [4.0, 0.5], 1, exact).chosen.tolist() == [0]


@pytest.mark.parametrize("exact", [False, True])
def test_where_nothing_is_left_to_gain_fewer_sites_come_back(exact: bool) -> None:
    sites = on_a_line([2, 2], [0, 1, 0, 1], 3, exact)
    assert (sites.chosen.tolist(), sites.gained.tolist(), sites.gap) == ([0], [4], 0)


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize(
    ("weights", "candidates", "count"),
    [([], [1.0], 2), ([5.0], [], 2), ([5.0], [1.0], 0), ([0.0], [1.0], 2), ([5.0], [50.0], 2)],
)
def test_without_anything_to_gain_no_site_is_chosen(
    weights: list[float], candidates: list[float], count: int, exact: bool
) -> None:
    sites = on_a_line(weights, candidates, count, exact)
    assert (sites.chosen.tolist(), sites.covered_after, sites.bound, sites.gap) == ([], 0, 0, 0)


@pytest.mark.parametrize("seed", range(12))
def test_the_optimum_is_what_trying_all_finds(seed: int) -> None:
    here, radius_km, count = world(seed, demand=60, candidates=13), [15.0, 30.0, 60.0][seed % 3], 2 + seed % 4
    exact = sited(here, radius_km, count, exact=True)
    assert (exact.method, exact.gap) == ("exact", 0)
    assert exact.covered_after == best_covered_weight(here, radius_km, count)
    assert exact.covered_after == covered_weight(here, exact.chosen, radius_km)


@pytest.mark.parametrize(("seed", "radius_km", "count"), [(1, 8, 12), (2, 15, 6), (3, 25, 10), (4, 40, 5)])
def test_the_optimum_is_what_spopt_finds(seed: int, radius_km: float, count: int) -> None:
    here = world(seed, demand=400, candidates=90, existing=0, towns=30)
    exact = sited(here, radius_km, count, exact=True)
    assert (exact.method, exact.covered_after) == ("exact", most_covered(here.km, here.weights, radius_km, count))


@settings(max_examples=25, deadline=None)
@given(seeds, radii, st.integers(1, 4))
def test_what_holds_for_every_answer(seed: int, radius_km: float, count: int) -> None:
    here = world(seed, demand=40, candidates=10)
    greedy, exact = sited(here, radius_km, count), sited(here, radius_km, count, exact=True)
    optimum = best_covered_weight(here, radius_km, count) - greedy.covered_before
    for sites in (greedy, exact):
        assert sites.gained.sum() == sites.covered_after - sites.covered_before
        assert sites.covered_after == covered_weight(here, sites.chosen, radius_km)
        assert (np.diff(sites.gained) <= 0).all()
        assert sites.bound >= optimum >= sites.gained.sum()
        assert 0 <= sites.gap < 1
        assert len(set(sites.chosen.tolist())) == len(sites.chosen) <= count
    assert greedy.gained.sum() >= (1 - 1 / e) * optimum
    assert exact.gained.sum() == optimum


@settings(max_examples=20, deadline=None)
@given(seeds, radii, radii, st.integers(1, 5))
def test_a_larger_radius_never_covers_less(seed: int, one_km: float, other_km: float, count: int) -> None:
    here = world(seed, demand=80, candidates=20)
    near, far = (sited(here, km, count, exact=True) for km in sorted([one_km, other_km]))
    assert near.covered_before <= far.covered_before
    assert near.covered_after <= far.covered_after


@settings(max_examples=20, deadline=None)
@given(seeds, radii, st.integers(1, 5))
def test_the_order_of_the_rows_changes_nothing_but_indices(seed: int, radius_km: float, count: int) -> None:
    here, random = world(seed, demand=80, candidates=20), np.random.default_rng(seed)
    people, places = random.permutation(80), random.permutation(20)
    turned = World(here.demand[people], here.weights[people], here.candidates[places], here.existing[::-1])
    moved = World(here.demand[people], here.weights[people], here.candidates, here.existing)
    assert sited(moved, radius_km, count).chosen.tolist() == sited(here, radius_km, count).chosen.tolist()
    assert (
        sited(turned, radius_km, count, exact=True).covered_after
        == sited(here, radius_km, count, exact=True).covered_after
    )


def test_the_same_question_gets_the_same_answer() -> None:
    here = world(7, demand=2000, candidates=400, towns=30)
    first, second = (sited(here, 12, 15, exact=True) for _ in range(2))
    assert (first.chosen.tolist(), first.bound) == (second.chosen.tolist(), second.bound)


def test_weights_in_fractions_are_proved_as_well() -> None:
    here = world(5, demand=300, candidates=60, towns=20)
    fractions = World(here.demand, here.weights * np.pi, here.candidates, here.existing)
    whole, exact = sited(here, 20, 5, exact=True), sited(fractions, 20, 5, exact=True)
    assert (exact.method, exact.chosen.tolist()) == ("exact", whole.chosen.tolist())
    assert exact.covered_after == pytest.approx(whole.covered_after * np.pi, rel=1e-12)


@pytest.mark.parametrize("exact", [False, True])
def test_the_bound_of_an_answer_at_once_is_close(exact: bool) -> None:
    sites = sited(world(9, demand=3000, candidates=600, towns=40), 12, 10, exact)
    assert sites.gap < (0.0 if exact else 0.06) + 1e-12


def test_a_search_out_of_time_says_how_far_it_may_be_from_the_optimum() -> None:
    here = world(11, demand=3000, candidates=800, towns=60)
    short, proved = sited(here, 10, 25, exact=True, time_limit_s=0), sited(here, 10, 25, exact=True, time_limit_s=60)
    assert short.method == "exact (time limit)"
    assert proved.method == "exact"
    assert 0 < short.gap < 1
    assert short.covered_after <= proved.covered_after <= short.covered_before + short.bound


def test_a_program_too_large_for_the_solver_keeps_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    here = world(11, demand=3000, candidates=800, towns=60)
    monkeypatch.setattr(covering_exact, "MOST_PAIRS_SOLVED", 10)
    sites = sited(here, 10, 25, exact=True)
    assert (sites.method, 0 < sites.gap < 0.05) == ("exact (time limit)", True)


def test_twenty_thousand_cells_and_five_thousand_candidates_take_under_five_seconds() -> None:
    sites = sited(world(3, demand=20_000, candidates=5000, existing=50, towns=60), 25, 10)
    assert len(sites.chosen) == 10
    assert sites.gap < 0.2
    assert sites.seconds < 5


@pytest.mark.datasets
def test_the_pizza_chain_finds_its_next_stores(datasets: Path) -> None:
    people, stores = (
        np.genfromtxt(datasets / f"pizza_chain/{name}.csv", delimiter=",", names=True, dtype=None, encoding="utf-8")
        for name in ("customers", "stores")
    )
    homes = np.column_stack([people["latitude"], people["longitude"]])
    cells, customers = np.unique(homes.round(2), axis=0, return_counts=True)
    here = World(cells, customers.astype(float), cells, np.column_stack([stores["latitude"], stores["longitude"]]))
    greedy, exact = sited(here, 5, 10), sited(here, 5, 10, exact=True, time_limit_s=60)
    assert customers.sum() == 34_761
    assert exact.method == "exact"
    assert greedy.covered_before == covered_weight(here, (), 5)
    assert exact.covered_after == covered_weight(here, exact.chosen, 5) >= greedy.covered_after
    assert greedy.bound >= exact.gained.sum()

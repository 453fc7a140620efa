from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting.open_sites import TooFewSites
from api.services.statistics.siting.p_centre import p_centre
from tests.services.statistics.siting.oracle import shortest_longest_way
from tests.services.statistics.siting.worlds import or_library_like, read_or_library, world


@pytest.mark.datasets
@pytest.mark.parametrize(("instance", "optimum"), [("pmed1", 127), ("pmed38", 29)])
def test_or_library_optima_are_found_and_proved(datasets: Path, instance: str, optimum: int) -> None:
    """Elloumi, Labbé & Pochet (2004), A New Formulation and Resolution Method for the p-Center Problem."""
    distance, p = read_or_library(datasets / f"pmedian/{instance}.txt")
    centres = p_centre(distance, p, time_limit_s=120)
    assert (centres.method, centres.farthest, centres.bound, centres.gap) == ("exact", optimum, optimum, 0)
    assert distance[:, centres.chosen].min(axis=1).max() == optimum


@pytest.mark.parametrize(("nodes", "p"), [(40, 3), (60, 6)])
def test_the_optimum_is_what_spopt_finds(nodes: int, p: int) -> None:
    distance = or_library_like(nodes, seed=p)
    assert p_centre(distance, p).farthest == pytest.approx(shortest_longest_way(distance, p))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.integers(0, 2))
def test_the_optimum_is_what_trying_all_finds(seed: int, p: int, fixed_count: int) -> None:
    random = np.random.default_rng(seed)
    fixed, p = tuple(random.choice(10, fixed_count, replace=False).tolist()), max(p, 1 - fixed_count)
    distance = random.uniform(0, 100, (25, 10))
    able = sorted(set(range(10)) - set(fixed))
    optimum = min(distance[:, fixed + chosen].min(axis=1).max() for chosen in combinations(able, p))
    centres = p_centre(distance, p, fixed)
    assert (centres.method, centres.farthest, centres.gap) == ("exact", optimum, 0)
    assert len(centres.chosen) <= p
    opened = [*fixed, *centres.chosen.tolist()]
    np.testing.assert_array_equal(distance[np.arange(25), centres.serving], distance[:, opened].min(axis=1))


def test_a_search_out_of_time_says_how_far_it_may_be_from_the_optimum() -> None:
    here = world(3, demand=500, candidates=120, towns=60)
    short, proved = (p_centre(here.km, 9, time_limit_s=limit) for limit in (0, 60))
    assert (short.method, proved.method) == ("exact (time limit)", "exact")
    assert short.bound <= proved.farthest <= short.farthest
    assert 0 < short.gap < 1


def test_sites_that_are_not_there_cannot_be_opened() -> None:
    with pytest.raises(TooFewSites, match="3 sites cannot be opened: 2 can be"):
        p_centre([[1, 2], [2, 1]], 3)

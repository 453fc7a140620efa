import numpy as np
import pytest

from api.services.statistics.siting.coverage import is_covered
from api.services.statistics.siting.set_covering import CoveringSet, location_set_covering
from tests.services.statistics.siting.oracle import fewest_covering
from tests.services.statistics.siting.worlds import World, world

NOWHERE = np.zeros((0, 2))


def covering(here: World, radius_km: float, time_limit_s: float = 30) -> CoveringSet:
    everything = (here.demand, here.candidates, here.existing)
    return location_set_covering(*everything, radius_km, time_limit_s=time_limit_s)


@pytest.mark.parametrize(("seed", "radius_km"), [(1, 15), (2, 30), (3, 60), (4, 120), (5, 25)])
def test_as_few_sites_as_spopt_needs(seed: int, radius_km: float) -> None:
    everywhere = world(seed, demand=300, candidates=90, existing=0, towns=25)
    coverable = is_covered(everywhere.demand, everywhere.candidates, radius_km)
    here = World(everywhere.demand[coverable], everywhere.weights[coverable], everywhere.candidates, NOWHERE)
    covering_set = covering(here, radius_km)
    assert covering_set.method == "exact"
    assert len(covering_set.chosen) == covering_set.bound == fewest_covering(here.km, radius_km)
    assert is_covered(here.demand, here.candidates[covering_set.chosen], radius_km).all()


def test_demand_that_nobody_reaches_is_named_and_the_rest_is_covered() -> None:
    demand = [[0.0, 0.0], [50.0, 0.0], [1.0, 0.0], [np.nan, 0.0], [-20.0, 0.0]]
    covering_set = location_set_covering(demand, [[0.5, 0.0], [0.0, 0.0]], [[-20.0, 0.1]], 60)
    assert covering_set.chosen.tolist() == [0]
    assert covering_set.uncoverable.tolist() == [1, 3]


def test_existing_stores_spare_sites() -> None:
    here = world(6, demand=400, candidates=80, existing=12)
    without = World(here.demand, here.weights, here.candidates, NOWHERE)
    assert len(covering(here, 20).chosen) < len(covering(without, 20).chosen)


def test_where_existing_stores_cover_all_no_site_is_needed() -> None:
    covering_set = location_set_covering([[0.0, 0.0]], [[0.0, 0.0]], [[0.0, 0.1]], 60)
    assert (covering_set.chosen.tolist(), covering_set.bound, covering_set.method) == ([], 0, "exact")


def test_a_search_out_of_time_still_covers_all() -> None:
    here = world(8, demand=3000, candidates=900, existing=0, towns=200)
    short = covering(here, 20, time_limit_s=0)
    reachable = is_covered(here.demand, here.candidates, 20)
    assert short.method == "exact (time limit)"
    assert 1 <= short.bound < len(short.chosen)
    np.testing.assert_array_equal(is_covered(here.demand, here.candidates[short.chosen], 20), reachable)

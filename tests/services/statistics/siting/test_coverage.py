import numpy as np
import pytest

from api.services.statistics.distance import EARTH_RADIUS_KM
from api.services.statistics.siting import coverage as module
from api.services.statistics.siting.coverage import TooManyPairs, coverage, is_covered
from api.services.statistics.siting.p_median import distances_km
from tests.services.statistics.siting.worlds import world


@pytest.mark.parametrize("radius_km", [0.0, 5.0, 60.0, 30_000.0])
def test_coverage_is_what_measuring_every_pair_says(radius_km: float) -> None:
    here = world(1, demand=500, candidates=600)
    near = here.km <= radius_km
    covers = coverage(here.candidates, here.demand, radius_km)
    np.testing.assert_array_equal(covers.toarray(), near.T)
    np.testing.assert_array_equal(is_covered(here.demand, here.candidates, radius_km), near.any(axis=1))


def test_who_lives_exactly_at_the_radius_is_covered() -> None:
    degree = EARTH_RADIUS_KM * np.pi / 180
    sites = [[0.0, 0.0]]
    demand = [[0.0, 1.0], [-1.0, 0.0], [0.0, 1.0000001]]
    assert is_covered(demand, sites, degree).tolist() == [True, True, False]
    assert coverage(sites, demand, degree).toarray().tolist() == [[1.0, 1.0, 0.0]]


def test_across_the_antimeridian_and_the_pole_it_is_near() -> None:
    assert is_covered([[0.0, 179.95], [89.95, 0.0]], [[0.0, -179.95], [89.95, 180.0]], 12).tolist() == [True, True]


def test_what_lacks_coordinates_neither_covers_nor_is_covered() -> None:
    sites, demand = [[np.nan, 1.0], [1.0, 1.0]], [[1.0, 1.0], [1.0, np.nan]]
    assert coverage(sites, demand, 10).toarray().tolist() == [[0.0, 0.0], [1.0, 0.0]]
    assert is_covered(demand, sites, 10).tolist() == [True, False]
    assert is_covered(demand, sites[:1], 10).tolist() == [False, False]


def test_nobody_and_nowhere_are_covered_by_nothing() -> None:
    assert coverage([], [[1.0, 1.0]], 10).shape == (0, 1)
    assert coverage([[1.0, 1.0]], [], 10).shape == (1, 0)
    assert is_covered([[1.0, 1.0]], [], 10).tolist() == [False]
    assert is_covered([], [[1.0, 1.0]], 10).tolist() == []


@pytest.mark.parametrize("radius_km", [-1.0, np.nan])
def test_a_radius_is_at_least_zero(radius_km: float) -> None:
    with pytest.raises(ValueError, match="radius"):
        coverage([[1.0, 1.0]], [[1.0, 1.0]], radius_km)


def test_more_pairs_than_fit_into_memory_are_refused_before_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    here = world(2, demand=50, candidates=20)
    monkeypatch.setattr(module, "MOST_PAIRS", 999)
    with pytest.raises(TooManyPairs, match=r"1,000 pairs .* 999 fit: choose a smaller radius"):
        coverage(here.candidates, here.demand, 5000)
    assert distances_km(here.demand, here.candidates).max() < 5000

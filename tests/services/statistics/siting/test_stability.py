import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting.stability import white_spot_stability


def test_a_cell_is_white_where_people_are_and_no_store_is() -> None:
    """Radii 5 and 10 km, thresholds 10 and 100 customers, two years: eight settings."""
    nearest_km = [7.0, 10.0, 50.0, 50.0, np.nan]
    customers = [[100.0, 100.0], [100.0, 100.0], [99.0, 10.0], [9.0, np.nan], [100.0, 9.0]]
    stability = white_spot_stability(nearest_km, customers, [10, 5], [10, 100])
    assert stability.tolist() == [4 / 8, 4 / 8, 4 / 8, 0, 4 / 8]


def test_a_store_that_opened_counts_from_its_year() -> None:
    assert white_spot_stability([[30.0, 3.0]], [[50, 50]], [10], [20]).tolist() == [0.5]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_it_is_the_share_of_settings_counted_one_by_one(seed: int) -> None:
    random = np.random.default_rng(seed)
    far, weight = random.integers(0, 20, 30).astype(float), random.integers(0, 50, (30, 3)).astype(float)
    radii, thresholds = random.integers(0, 20, 4), random.integers(0, 50, 5)
    white = [
        (weight[:, year] >= threshold) & (far > radius)
        for radius in radii
        for threshold in thresholds
        for year in range(3)
    ]
    np.testing.assert_allclose(white_spot_stability(far, weight, radii, thresholds), np.mean(white, axis=0))
    wider = white_spot_stability(far, weight, radii + 1, thresholds)
    assert (wider <= white_spot_stability(far, weight, radii, thresholds)).all()


@pytest.mark.parametrize(("radii", "thresholds", "years"), [([], [1], 1), ([1], [], 1), ([1], [1], 0)])
def test_without_settings_there_is_no_share(radii: list[float], thresholds: list[float], years: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        white_spot_stability([1.0], np.ones((1, years)), radii, thresholds)

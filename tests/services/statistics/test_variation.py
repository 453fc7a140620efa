"""How much weekly figures swing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import variation as scipy_variation

from api.services.statistics.variation import variation


@given(st.lists(st.integers(0, 1_000_000), min_size=2, max_size=60).filter(any))
def test_sums_give_what_scipy_computes_from_the_weeks(cents: list[int]) -> None:
    weeks = np.array(cents) / 100
    found = variation(np.array([len(weeks)]), np.array([weeks.sum()]), np.array([(weeks**2).sum()]))
    assert found.mean[0] == pytest.approx(weeks.mean())
    assert found.deviation[0] == pytest.approx(weeks.std(ddof=1), rel=1e-6, abs=1e-4 * weeks.mean())
    assert found.coefficient[0] == pytest.approx(scipy_variation(weeks, ddof=1), rel=1e-6, abs=1e-4)


def test_nothing_sold_has_no_variation() -> None:
    assert np.isnan(variation(np.array([3]), np.array([0.0]), np.array([0.0])).coefficient[0])

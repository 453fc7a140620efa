"""White spots."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from api.services.statistics.white_spots import white

KM = arrays(float, 20, elements=st.floats(0, 100))
WEIGHT = arrays(float, 20, elements=st.integers(0, 50).map(float))


@given(KM, WEIGHT, st.floats(0, 100), st.floats(0, 100), st.floats(0, 50))
def test_raising_the_radius_never_adds_a_white_spot(
    km: np.ndarray, weight: np.ndarray, one: float, other: float, least: float
) -> None:
    near, far = (white(km, weight, radius, least) for radius in sorted((one, other)))
    assert not (far & ~near).any()

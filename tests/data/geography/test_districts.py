"""Parts of cities."""

import numpy as np

from data.geography.districts import is_district
from data.geography.tables import places


def test_a_small_place_in_a_large_city_is_a_district() -> None:
    # a million people fill a circle of 10.3 km: one place 5 km and one 20 km to the north
    latitude = [40.0, 40.0 + 5 / 111.195, 40.0 + 20 / 111.195]
    assert is_district(latitude, [-80.0] * 3, [1_000_000, 50_000, 50_000]).tolist() == [False, True, False]


def test_towns_swallow_nobody() -> None:
    assert not is_district([40.0, 40.001], [-80.0, -80.0], [99_999, 500]).any()


def test_nothing_is_no_district() -> None:
    assert is_district([], [], []).size == 0


def test_chicago_stays_and_its_neighbourhoods_go() -> None:
    known = places()
    here = np.flatnonzero((known.country == "US") & (known.state == "IL"))
    part = is_district(known.latitude[here], known.longitude[here], known.population[here])
    names = {name: bool(p) for name, p in zip(known.name[here], part, strict=True)}
    assert (names["Chicago"], names["Logan Square"], names["Rockford"]) == (False, True, False)

"""Whom a new store reaches."""

import numpy as np
import pytest

from api.services.statistics.siting.new_store import new_store


@pytest.mark.parametrize(
    ("site_km", "store_km", "part"),
    [
        (5, 20, "gained"),
        (10, 10.001, "gained"),  # at the edge of the new store, outside of the old
        (5, np.nan, "gained"),  # there is no store
        (5, 8, "taken"),
        (5, 10, "taken"),  # at the edge of the old
        (5, 5, "kept"),  # equally far
        (8, 5, "kept"),
        (10.001, 20, ""),
        (12, 5, ""),
    ],
)
def test_everybody_in_reach_is_gained_taken_or_kept(site_km: float, store_km: float, part: str) -> None:
    reach = new_store([site_km], [store_km], 10)
    assert [name for name in ("gained", "taken", "kept") if getattr(reach, name)[0]] == ([part] if part else [])


def test_the_parts_are_everybody_within_the_radius() -> None:
    generator = np.random.default_rng(3)
    site_km, store_km = generator.uniform(0, 30, (2, 1000))
    reach = new_store(site_km, store_km, 12)
    assert (reach.gained.astype(int) + reach.taken + reach.kept == (site_km <= 12)).all()
    assert (np.minimum(site_km, store_km)[reach.taken] == site_km[reach.taken]).all()

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from api.services.statistics.distance import EARTH_RADIUS_KM, TIE_KM, haversine_km, nearest


def scattered(points: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points all over the sphere, a fifth of them at the poles or the antimeridian."""
    random = np.random.default_rng(seed)
    latitude = np.degrees(np.arcsin(random.uniform(-1, 1, points)))
    longitude = random.uniform(-180, 180, points)
    latitude[::10] = random.choice([-90.0, 90.0], len(latitude[::10]))
    longitude[5::10] = random.choice([-180.0, 180.0], len(longitude[5::10]))
    return latitude, longitude


def read(file: Path) -> NDArray[np.void]:
    return np.genfromtxt(file, delimiter=",", names=True, dtype=None, encoding="utf-8")


@pytest.mark.parametrize(
    ("start", "end", "km", "digits"),
    [
        pytest.param((48.8566, 2.3522), (51.5074, -0.1278), 343.5565, 4, id="Paris–London"),
        pytest.param((12.5, 30.0), (-12.5, -150.0), 20_015.114, 3, id="antipodes"),
        pytest.param((40.6413, -73.7781), (33.9416, -118.4085), 3_974.34, 2, id="JFK–LAX"),
        pytest.param((90.0, 10.0), (90.0, -130.0), 0.0, 9, id="one pole has all longitudes"),
        pytest.param((0.0, 180.0), (0.0, -180.0), 0.0, 9, id="one antimeridian has two signs"),
    ],
)
def test_known_distances(start: tuple[float, float], end: tuple[float, float], km: float, digits: int) -> None:
    assert round(float(haversine_km(*start, *end)), digits) == km


def test_distances_broadcast_and_keep_missing_coordinates_missing() -> None:
    km = haversine_km([[0.0], [np.nan]], [[0.0], [0.0]], [0.0, 0.0, 90.0], [90.0, 180.0, 0.0])
    quarter = EARTH_RADIUS_KM * np.pi / 2
    np.testing.assert_allclose(km, [[quarter, 2 * quarter, quarter], [np.nan] * 3], rtol=1e-15)


@pytest.mark.parametrize("stores", [1, 2, 3, 400])
def test_nearest_agrees_with_measuring_every_store(stores: int) -> None:
    latitude, longitude = scattered(3000, seed=1)
    store_latitude, store_longitude = scattered(stores, seed=2)
    index, km = nearest(latitude, longitude, store_latitude, store_longitude)
    every = haversine_km(latitude[:, None], longitude[:, None], store_latitude, store_longitude)
    closest = every.min(axis=1, keepdims=True)
    np.testing.assert_array_equal(index, (every <= closest + TIE_KM).argmax(axis=1))
    np.testing.assert_allclose(km, closest[:, 0], atol=1e-9, rtol=0)


def test_of_stores_at_one_place_the_smallest_index_is_nearest() -> None:
    stores = np.array([[10.0, 10.0], [40.0, -100.0], [40.0, -100.0], [40.0, -100.0], [10.0, 10.0]])
    index, km = nearest([40.5, 11.0, 40.0], [-100.0, 10.0, -100.0], *stores.T)
    assert index.tolist() == [1, 0, 1]
    assert km[2] == 0.0


@pytest.mark.parametrize("stores", [2, 3, 5, 64])
def test_of_stores_equally_far_the_smallest_index_is_nearest(stores: int) -> None:
    """Seen from the pole all stores of one latitude are equally far, and rounding must not choose."""
    longitude = np.random.default_rng(3).permutation(np.linspace(-180, 180, stores, endpoint=False))
    index, _ = nearest([90.0, -90.0], [0.0, 77.0], np.full(stores, 47.0), longitude)
    assert index.tolist() == [0, 0]


def test_a_store_nearer_by_less_than_a_billionth_km_is_tied() -> None:
    degrees = np.degrees(TIE_KM / EARTH_RADIUS_KM)
    index, _ = nearest([0.0], [0.0], [1.0, 1.0 - 0.5 * degrees], [0.0, 0.0])
    assert index.tolist() == [0]
    index, _ = nearest([0.0], [0.0], [1.0, 1.0 - 10 * degrees], [0.0, 0.0])
    assert index.tolist() == [1]


def test_points_and_stores_without_coordinates_are_left_out() -> None:
    index, km = nearest([np.nan, 1.0, 1.0], [1.0, np.nan, 1.0], [np.nan, 1.0], [1.0, 2.0])
    assert index.tolist() == [-1, -1, 1]
    assert np.isnan(km).tolist() == [True, True, False]


@pytest.mark.parametrize("stores", [[], [np.nan]])
def test_without_stores_nothing_is_nearest(stores: list[float]) -> None:
    index, km = nearest([1.0, 2.0], [1.0, 2.0], stores, stores)
    assert index.tolist() == [-1, -1]
    assert np.isnan(km).all()


def test_without_points_there_is_no_answer() -> None:
    index, km = nearest([], [], [1.0], [1.0])
    assert index.shape == km.shape == (0,)


@pytest.mark.datasets
def test_the_pizza_chain_lives_as_near_as_published(datasets: Path) -> None:
    stores = read(datasets / "pizza_chain/stores.csv")
    stores = stores[np.argsort(stores["storeID"])]
    customers = read(datasets / "pizza_chain/customers.csv")
    index, km = nearest(customers["latitude"], customers["longitude"], stores["latitude"], stores["longitude"])
    assert len(index) == 34_761
    assert round(km.mean(), 2) == 3.70
    assert round(float(np.median(km)), 2) == 2.77
    assert round(float(np.percentile(km, 95)), 1) == 10.0
    assert round(km.max(), 1) == 45.7
    used = set(stores["storeID"][index].tolist())
    assert {'"S068548"', '"S486166"'} <= used
    assert not {'"S361257"', '"S799887"'} & used

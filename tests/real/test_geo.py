"""Distances, white spots and sites on the pizza chain, against brute force over the raw files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import h3
import numpy as np
import pandas as pd
import pytest

from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets


@dataclass
class Chain:
    shop: RealShop
    customers: pd.DataFrame
    stores: pd.DataFrame

    def km(self, latitude: Any, longitude: Any) -> np.ndarray:
        """Kilometres from points to every store, by the law of haversines written out."""
        phi, lam = np.radians(np.asarray(latitude))[:, None], np.radians(np.asarray(longitude))[:, None]
        to_phi, to_lam = np.radians(self.stores.latitude.to_numpy()), np.radians(self.stores.longitude.to_numpy())
        a = np.sin((to_phi - phi) / 2) ** 2 + np.cos(phi) * np.cos(to_phi) * np.sin((to_lam - lam) / 2) ** 2
        return np.asarray(2 * 6371.0088 * np.arcsin(np.sqrt(a)))

    def cells(self, resolution: int) -> pd.DataFrame:
        """Customers per cell (the parent of their finest cell), with centre and nearest store."""
        points = zip(self.customers.latitude, self.customers.longitude, strict=True)
        finest = [h3.latlng_to_cell(latitude, longitude, 9) for latitude, longitude in points]
        cell = pd.Series([h3.cell_to_parent(own, resolution) for own in finest])
        counts = cell.value_counts().rename_axis("cell").rename("customers").reset_index().sort_values("cell")
        counts["latitude"], counts["longitude"] = zip(*map(h3.cell_to_latlng, counts.cell), strict=True)
        km = self.km(counts.latitude, counts.longitude)
        counts["store"], counts["km"] = self.stores.storeID.to_numpy()[km.argmin(axis=1)], km.min(axis=1)
        return counts


@pytest.fixture(scope="module")
def chain(open_real: Callable[..., RealShop]) -> Chain:
    shop = open_real("pizza_chain")
    stores = pd.read_csv(shop.folder / "stores.csv").sort_values("storeID")
    return Chain(shop, pd.read_csv(shop.folder / "customers.csv"), stores)


def test_distance_to_the_nearest_store(chain: Chain) -> None:
    km = chain.km(chain.customers.latitude, chain.customers.longitude).min(axis=1)
    rows = chain.shop.get("/api/geo/distance").rows("customers", "nearest_mean_km")
    located = sum(n for n, _ in rows)
    assert len(km) - 1 <= located <= len(km)
    assert sum(n * mean for n, mean in rows) / located == pytest.approx(km.mean(), rel=1e-3)
    assert round(km.mean(), 2) == 3.70
    assert round(float(np.median(km)), 2) == 2.77


@pytest.mark.parametrize(("radius", "least"), [(5, 1), (10, 5), (20, 1), (50, 1)])
def test_white_spots(chain: Chain, radius: int, least: int) -> None:
    cells = chain.cells(6)
    expected = cells[(cells.customers >= least) & (cells.km > radius)]
    answer = chain.shop.get(f"/api/geo/white_spot?radius_km={radius}&min_customers={least}&resolution=6&limit=20000")
    found = {cell: (n, store) for cell, n, store in answer.rows("cell", "customers", "nearest_store")}
    assert found == dict(zip(expected.cell, zip(expected.customers, expected.store, strict=True), strict=True))
    assert answer.summary["customers"] == len(chain.customers)


def test_sites(chain: Chain) -> None:
    cells = chain.cells(7)
    answer = chain.shop.get("/api/geo/potential_locations?count=1&radius_km=8&resolution=7")
    uncovered = cells[cells.km > 8]
    sites = [(row["latitude"], row["longitude"]) for row in answer.rows()]
    gains = [
        uncovered.customers[_km_to(uncovered, latitude, longitude) <= 8].sum()
        for latitude, longitude in zip(cells.latitude, cells.longitude, strict=True)
    ]
    assert answer.summary["covered_before"] == cells.customers[cells.km <= 8].sum()
    assert answer.rows("gained_customers") == [max(gains)]
    assert answer.summary["covered_after"] == answer.summary["covered_before"] + max(gains)
    assert len(sites) == 1


def _km_to(cells: pd.DataFrame, latitude: float, longitude: float) -> np.ndarray:
    phi, lam = np.radians(cells.latitude), np.radians(cells.longitude)
    cosine = np.sin(phi) * np.sin(np.radians(latitude)) + np.cos(phi) * np.cos(np.radians(latitude)) * np.cos(
        lam - np.radians(longitude)
    )
    return np.asarray(6371.0088 * np.arccos(np.clip(cosine, -1, 1)))


def test_the_exact_sites_are_no_worse_and_proved(chain: Chain) -> None:
    url = "/api/geo/potential_locations?count=4&radius_km=6&resolution=7"
    quick, proved = chain.shop.get(url).summary, chain.shop.get(f"{url}&exact=true").summary
    assert quick["covered_after"] <= proved["covered_after"] <= quick["covered_before"] + quick["bound"]
    assert proved["gap"] == pytest.approx(0, abs=1e-6)


def _split(chain: Chain, people: pd.DataFrame, site: tuple[float, float], radius: float) -> tuple[Any, Any]:
    """Customers and revenue a site gains, and takes per store, cell by cell (the parents of the finest cells)."""
    cell = [
        h3.cell_to_parent(h3.latlng_to_cell(*home, 9), 7)
        for home in zip(people.latitude, people.longitude, strict=True)
    ]
    cells = (
        people.assign(cell=cell).groupby("cell").agg(customers=("paid", "size"), revenue=("paid", "sum")).reset_index()
    )
    cells["latitude"], cells["longitude"] = zip(*map(h3.cell_to_latlng, cells.cell), strict=True)
    stores = chain.km(cells.latitude, cells.longitude)
    nearest, new = stores.min(axis=1), _km_to(cells, *site)
    # stores at the very same place are equally near but for rounding: the smallest id has them
    cells["store"] = chain.stores.storeID.to_numpy()[(stores <= nearest[:, None] + 1e-9).argmax(axis=1)]
    gained = cells[(new <= radius) & (nearest > radius)][["customers", "revenue"]].sum()
    taken = cells[(new < nearest) & (nearest <= radius)].groupby("store")[["customers", "revenue"]].sum()
    return gained, taken


SITES = [((37.75, -122.43), 5.0), ((36.17, -115.14), 12.0), ((34.05, -118.25), 30.0), ((40.0, -110.0), 10.0)]


@pytest.mark.parametrize(("site", "radius"), SITES)
@pytest.mark.parametrize("generated", [False, True])
def test_a_site_by_hand(
    chain: Chain, request: pytest.FixtureRequest, site: tuple[float, float], radius: float, generated: bool
) -> None:
    shop, people = chain.shop, chain.customers.assign(paid=0.0)
    if generated:
        shop = request.getfixturevalue("ordered_pizza")
        paid = raw.pizza_lines(shop.folder).groupby("customer_id").value.sum().rename("spent")
        people = people.merge(paid, left_on="customerID", right_index=True).assign(paid=lambda rows: rows.spent)
    gained, taken = _split(chain, people, site, radius)
    url = f"/api/geo/site?latitude={site[0]}&longitude={site[1]}&radius_km={radius}&resolution=7"
    first, *losses = shop.get(url).rows("effect", "store", "customers", "revenue")
    assert (first[0], first[2]) == ("gained", gained.customers)
    assert first[3] == pytest.approx(gained.revenue)
    assert {store: n for _, store, n, _ in losses} == taken.customers.to_dict()
    assert {store: revenue for _, store, _, revenue in losses} == pytest.approx(taken.revenue.to_dict())

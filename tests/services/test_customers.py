"""Where the customers are."""

import h3
import pytest

from tests.world import Shop


@pytest.fixture
def neighbours(shop: Shop) -> Shop:
    shop.customer("A", latitude=38.10, longitude=-120.0).customer("B", latitude=38.1001, longitude=-120.0)
    shop.customer("C", "NV", "Reno", latitude=39.53, longitude=-119.81).customer("D")
    return (
        shop.sell("2024-01-01", 10, customer="A")
        .sell("2024-01-02", 5, customer="B")
        .sell("2024-01-03", 1, customer="C")
    )


def test_cells_hold_the_customers_of_their_hexagon(neighbours: Shop) -> None:
    answer = neighbours.get("/api/customers?resolution=7")
    expected = {h3.latlng_to_cell(38.10, -120.0, 7): (2, 15), h3.latlng_to_cell(39.53, -119.81, 7): (1, 1)}
    assert {cell: (n, money) for cell, n, money in answer.rows("cell", "customers", "revenue")} == expected


def test_every_resolution_matches_h3(neighbours: Shop) -> None:
    """Asked one after the other: an engine must not answer one from what it remembers of another."""
    for resolution in range(4, 10):
        cells = neighbours.get(f"/api/customers?resolution={resolution}").rows("cell")
        assert h3.latlng_to_cell(38.10, -120.0, resolution) in cells
        assert all(h3.get_resolution(cell) == resolution for cell in cells)


def test_a_small_box_shows_the_customers_themselves(neighbours: Shop) -> None:
    answer = neighbours.get("/api/customers?bbox=-121,38,-119,38.5")
    assert answer.rows("customer", "latitude", "customers", "revenue") == [("A", 38.10, 1, 10), ("B", 38.1001, 1, 5)]


def test_state_means_the_home(neighbours: Shop) -> None:
    assert neighbours.get("/api/customers?state=NV").rows("revenue") == [1]


def test_without_orders_everybody_counts(shop: Shop) -> None:
    shop.store("S1").customer("A", latitude=38.10, longitude=-120.0)
    assert shop.get("/api/customers").rows("customers", "revenue") == [(1, 0)]


def test_without_coordinates_it_says_so(shop: Shop) -> None:
    shop.sell("2024-01-01", 10, customer="A")
    answer = shop.get("/api/customers")
    assert (answer.status, answer.rows()) == (200, [])
    assert "no coordinates of the customers' homes" in answer.summary["unavailable"]

"""The pizza chain as published, without orders, and with a few orders put on top."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from api.services.statistics.distance import haversine_km
from data.loading.load import load
from tests.data.sources.conftest import Loaded

pytestmark = pytest.mark.datasets


@pytest.fixture(scope="module")
def chain(loaded: Callable[[str, str], Loaded]) -> Loaded:
    return loaded("pizza_chain", "pizza_chain")


def test_it_loads_without_orders(chain: Loaded) -> None:
    counts = [chain.rows("kept", table) for table in ("customers", "stores", "products", "orders")]
    assert counts == [34_761, 32, 36, 0]
    assert chain.value("SELECT capabilities FROM dataset") == (
        "coordinates store_coordinates countries states cities categories sizes launches list_prices ingredients"
    )
    assert chain.value("SELECT as_of FROM dataset") is None


def test_everybody_lives_in_a_state_and_near_a_city(chain: Loaded) -> None:
    homes = chain.frame(
        "SELECT country, state_code, city, count(*) AS people FROM customer JOIN place USING (place_key) "
        "WHERE customer_key <> 0 GROUP BY ALL"
    )
    at_sea = homes[homes["country"] == ""]
    assert at_sea["people"].sum() == 1  # C615990, 32 km off the coast
    on_land = homes.drop(at_sea.index)
    assert set(on_land["country"]) == {"United States"}
    assert set(on_land["state_code"]) == {"AZ", "CA", "ID", "NV", "OR", "UT"}
    assert (on_land["city"] != "").all()
    assert chain.value("SELECT DISTINCT state FROM place WHERE state_code = 'NV'") == "Nevada"


def test_the_nearest_store_is_as_far_as_known(chain: Loaded) -> None:
    km = chain.frame("SELECT nearest_store_km AS km FROM customer WHERE customer_key <> 0")["km"]
    assert km.mean() == pytest.approx(3.70, abs=0.01)
    assert km.median() == pytest.approx(2.77, abs=0.01)
    assert km.quantile(0.95) == pytest.approx(10.0, abs=0.05)
    assert km.max() == pytest.approx(45.7, abs=0.1)


def test_of_two_stores_in_one_spot_the_smaller_id_is_nearest(chain: Loaded) -> None:
    nearest = set(
        chain.frame("SELECT DISTINCT store_id FROM customer JOIN store ON store_key = nearest_store_key")["store_id"]
    )
    assert {"S068548", "S486166"} <= nearest
    assert not {"S361257", "S799887"} & nearest
    row = chain.frame(
        "SELECT c.latitude, c.longitude, s.latitude AS lat, s.longitude AS lon, nearest_store_km FROM customer AS c "
        "JOIN store AS s ON s.store_key = nearest_store_key WHERE customer_key = 1"
    ).iloc[0]
    assert haversine_km(row.latitude, row.longitude, row.lat, row.lon) == pytest.approx(row.nearest_store_km)


def test_cells_are_h3_of_resolution_nine(chain: Loaded) -> None:
    import h3

    cell = chain.value("SELECT cell FROM customer WHERE customer_id = 'C772113'")
    assert h3.int_to_str(cell) == h3.latlng_to_cell(39.656182608998165, -120.27004846154956, 9)


def test_one_pizza_launches_twice(chain: Loaded) -> None:
    launches = chain.frame("SELECT name, count(DISTINCT launched_on) AS days FROM product GROUP BY name")
    assert (launches["days"] > 1).sum() == 1


@pytest.fixture
def with_orders(datasets: Path, tmp_path: Path) -> Loaded:
    folder = tmp_path / "pizza"
    shutil.copytree(datasets / "pizza_chain", folder)
    people = pd.read_csv(folder / "customers.csv")["customerID"].head(2).tolist()
    (folder / "orders.csv").write_text(
        "orderID,customerID,storeID,orderDate,nItems,total\n"
        f"1,{people[0]},S490972,2021-03-01T12:30:00Z,3,36.97\n"
        f"2,{people[1]},S476770,2021-03-02T18:00:00Z,1,20.00\n"
    )
    (folder / "OrderItems.csv").write_text("SKU,orderID\nPZ001,1\nPZ002,1\nPZ001,1\nPZ003,2\n")
    url = f"duckdb:///{tmp_path}/warehouse.duckdb"
    report = load("pizza_chain", folder, warehouse_url=url, database_url=f"sqlite:///{tmp_path}/app.sqlite")
    return Loaded(folder, url, report)


def test_rows_of_units_become_lines_with_quantities(with_orders: Loaded) -> None:
    lines = with_orders.frame(
        'SELECT order_id, sku, quantity, unit_price FROM order_item JOIN "order" USING (order_key, quantity) '
        "JOIN product USING (product_key) ORDER BY ALL"
    )
    assert len(lines) == 1  # only order 2 has as many units as its one line
    lines = with_orders.frame(
        'SELECT o.order_id, p.sku, i.quantity, i.unit_price FROM order_item AS i JOIN "order" AS o USING (order_key) '
        "JOIN product AS p USING (product_key) ORDER BY ALL"
    )
    assert lines.values.tolist() == [
        ["1", "PZ001", 2, 10_990_000],
        ["1", "PZ002", 1, 14_990_000],
        ["2", "PZ003", 1, 17_990_000],
    ]
    assert with_orders.rows("kept", "order_items") == 4


def test_a_stated_total_that_differs_is_kept_and_reported(with_orders: Loaded) -> None:
    totals = with_orders.frame('SELECT order_id, amount, total FROM "order" ORDER BY order_id')
    assert totals.values.tolist() == [["1", 36_970_000, 36_970_000], ["2", 17_990_000, 20_000_000]]
    assert with_orders.rows("noted", "orders", "total_differs_from_lines") == 1
    stated = {total.name: (total.expected, total.found) for total in with_orders.report.control_totals}
    assert stated["stated order totals, against their lines"] == ("56.97", "54.96")


def test_orders_are_sold_where_the_store_is(with_orders: Loaded) -> None:
    places = with_orders.frame('SELECT order_id, city FROM "order" JOIN place USING (place_key) ORDER BY order_id')
    assert places["city"].tolist() == ["Tuscarora", "Sunol"]
    assert "orders" in with_orders.value("SELECT capabilities FROM dataset").split()

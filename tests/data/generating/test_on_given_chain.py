"""Orders on a chain that somebody else has."""

from pathlib import Path

import pytest

from data.generating.generate import generate
from data.generating.given.files import UnusableChain
from tests.data.generating.conftest import Generated

PUBLISHED = {
    "customers": ('"customerID", latitude, longitude', 34_761),
    "stores": ('"storeID", zipcode::VARCHAR, state_abbr, latitude, longitude, city, state', 32),
    "products": ('"SKU", "Name", "Price"::DECIMAL(13, 2), "Category", "Size", "Ingredients", "Launch"::DATE', 36),
}


@pytest.mark.parametrize("table", PUBLISHED)
def test_what_was_published_stays_as_it_is(on_pizza_chain: Generated, datasets: Path, table: str) -> None:
    columns, count = PUBLISHED[table]
    published = on_pizza_chain.rows(f"SELECT {columns} FROM read_csv('{datasets}/pizza_chain/{table}.csv')")
    assert on_pizza_chain.rows(f"SELECT * FROM {table}") == published
    assert len(published) == count


def test_unit_prices_are_the_published_ones(on_pizza_chain: Generated) -> None:
    other = "SELECT count(*) FROM order_items JOIN products USING (sku) WHERE unit_price <> price"
    assert on_pizza_chain.value(other) == 0


def test_all_stores_and_products_sell(on_pizza_chain: Generated) -> None:
    assert on_pizza_chain.value("SELECT count(DISTINCT store_id) FROM orders") == 32
    assert on_pizza_chain.value("SELECT count(DISTINCT sku) FROM order_items") == 36


def test_with_many_orders_everybody_orders(datasets: Path, tmp_path: Path) -> None:
    chain = Generated(tmp_path, generate(tmp_path, 150_000, 7, datasets / "pizza_chain"))
    assert chain.value("SELECT count(DISTINCT customer_id) FROM orders") > 0.97 * 34_761
    assert chain.value("SELECT count(*) FROM orders") == 150_000


def test_generated_files_can_be_given_again(sample: Generated, tmp_path: Path) -> None:
    again = Generated(tmp_path, generate(tmp_path, 5_000, 1, sample.folder))
    assert again.rows("SELECT * FROM stores") == sample.rows("SELECT * FROM stores")
    assert again.value("SELECT count(*) FROM orders JOIN stores USING (store_id) WHERE ordered_at < opened_on") == 0


def test_a_folder_without_stores_is_refused(tmp_path: Path) -> None:
    (tmp_path / "customers.csv").write_text("customer_id,latitude,longitude\n1,40,-80\n")
    with pytest.raises(UnusableChain, match=r"has no stores\.csv"):
        generate(tmp_path / "out", 1_000, 1, tmp_path)


def test_customers_without_coordinates_are_refused(tmp_path: Path) -> None:
    (tmp_path / "customers.csv").write_text("customer_id,latitude,longitude\n1,40,-80\n2,,\n")
    (tmp_path / "stores.csv").write_text("store_id,latitude,longitude\n1,40,-80\n")
    (tmp_path / "products.csv").write_text("sku,name,price\n1,Bread,2.50\n")
    with pytest.raises(UnusableChain, match="1 of 2"):
        generate(tmp_path / "out", 1_000, 1, tmp_path)

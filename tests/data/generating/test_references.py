"""Every table is whole: keys are unique, what is referred to exists."""

import pytest

from tests.data.generating.conftest import GIVEN_ORDERS, SAMPLE_ORDERS, Generated

KEYS = {
    "customers": "customer_id",
    "stores": "store_id",
    "products": "sku",
    "orders": "order_id",
    "order_items": "order_id, line_number",
    "payments": "order_id, sequence",
    "reviews": "review_id",
    "returns": "return_id",
    "inventory": "day, store_id, sku",
    "touchpoints": "touchpoint_id",
}
REFERENCES = [
    ("orders", "customer_id", "customers"),
    ("orders", "store_id", "stores"),
    ("order_items", "order_id", "orders"),
    ("order_items", "sku", "products"),
    ("payments", "order_id", "orders"),
    ("reviews", "order_id", "orders"),
    ("returns", "order_id", "orders"),
    ("returns", "sku", "products"),
    ("inventory", "sku", "products"),
    ("inventory", "store_id", "stores"),
    ("touchpoints", "customer_id", "customers"),
]


@pytest.fixture(params=["sample", "on_pizza_chain"])
def generated(request: pytest.FixtureRequest) -> Generated:
    chain: Generated = request.getfixturevalue(request.param)
    return chain


@pytest.mark.parametrize("table", KEYS)
def test_keys_are_unique(generated: Generated, table: str) -> None:
    total, distinct = generated.rows(f"SELECT count(*), count(DISTINCT ({KEYS[table]})) FROM {table}")[0]
    assert total == distinct > 0


@pytest.mark.parametrize(("table", "key", "dimension"), REFERENCES)
def test_references_resolve(generated: Generated, table: str, key: str, dimension: str) -> None:
    assert generated.value(f"SELECT count(*) FROM {table} ANTI JOIN {dimension} USING ({key}) WHERE {key} NOTNULL") == 0


def test_suppliers_of_products_exist(sample: Generated) -> None:
    assert sample.value("SELECT count(*) FROM products SEMI JOIN suppliers USING (supplier_id)") == 54


def test_as_many_orders_as_asked_for(sample: Generated, on_pizza_chain: Generated) -> None:
    assert sample.value("SELECT count(*) FROM orders") == SAMPLE_ORDERS
    assert on_pizza_chain.value("SELECT count(*) FROM orders") == GIVEN_ORDERS


def test_every_order_has_lines(generated: Generated) -> None:
    assert generated.value("SELECT count(*) FROM orders ANTI JOIN order_items USING (order_id)") == 0


def test_orders_stand_in_time_order_within_the_days_told(generated: Generated) -> None:
    first, last, sorted_ = generated.rows(
        "SELECT min(ordered_at::DATE)::VARCHAR, max(ordered_at::DATE)::VARCHAR, bool_and(ordered_at >= before) "
        "FROM (SELECT *, lag(ordered_at, 1, ordered_at) OVER (ORDER BY order_id) AS before FROM orders)"
    )[0]
    assert generated.truth["first_day"] <= first <= last == generated.truth["last_day"]
    assert sorted_


def test_nothing_is_sold_before_its_launch(generated: Generated) -> None:
    early = "SELECT count(*) FROM order_items JOIN orders USING (order_id) JOIN products USING (sku) "
    assert generated.value(early + "WHERE ordered_at < launched_on") == 0


def test_stores_sell_only_while_they_are_open(sample: Generated) -> None:
    shut = "SELECT count(*) FROM orders JOIN stores USING (store_id) "
    assert sample.value(shut + "WHERE ordered_at::DATE < opened_on OR ordered_at::DATE > closed_on") == 0
    assert sample.value("SELECT count(*) FROM stores WHERE closed_on NOTNULL") == len(sample.truth["closed_stores"]) > 0

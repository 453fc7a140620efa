"""A warehouse loaded before a migration answers after it as one loaded today."""

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from api.models.warehouse.versions import published_version, version_url
from data import migrations
from data.loading.publishing import upgrade
from tests.world import Shop

_STORED = (
    'SELECT order_id, previous_day FROM "order" ORDER BY order_id',
    "SELECT customer_key, store_key, orders, gross, last_day FROM visit ORDER BY customer_key, store_key",
    "SELECT order_key, line_number, category_lines, category_quantity, category_freight, category_amount"
    " FROM order_item ORDER BY order_key, line_number",
)


def _take_back(warehouse_url: str, revision: str) -> None:
    version = published_version(warehouse_url)
    assert version is not None
    engine = create_engine(version_url(warehouse_url, version), poolclass=NullPool)
    with engine.begin() as connection:
        migrations.downgrade(connection, "warehouse", revision)


def test_what_is_stored_beside_the_facts_is_filled_in(shop: Shop) -> None:
    for n in range(9):
        shop.sell(f"2024-01-{1 + n // 2:02d}", 10, n, customer=f"C{n % 3}" if n else "", store=f"S{n % 2}")
    shop.sell("2024-01-02", 10, 99, customer="C1", live="false")
    shop.product("P2").product("P3", "Vegan")
    for sku in ("P1", "P2", "P3"):
        shop.sell("2024-02-02", 7, 100, sku=sku, freight=1)
    shop.get("/api/kpis")
    loaded = [shop.by_hand(sql) for sql in _STORED]
    assert sum(row["previous_day"] is not None for row in loaded[0]) == 5
    of_three = [row for row in loaded[2] if row["category_amount"] != 10_000_000]
    assert [(row["category_lines"], row["category_amount"]) for row in of_three] == [
        (2, 14_000_000),
        (None, None),
        (1, 7_000_000),
    ]
    shop.close()
    _take_back(shop.warehouse_url, "0002")
    upgrade(shop.warehouse_url)
    shop.reopen()
    assert [shop.by_hand(sql) for sql in _STORED] == loaded

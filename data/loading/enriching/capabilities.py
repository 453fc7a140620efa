"""What a data set holds, each by one test of the data."""

import duckdb

from data.loading.publishing.statements import literal

TESTS = {
    "orders": 'SELECT 1 FROM main."order"',
    "coordinates": "SELECT 1 FROM main.customer WHERE latitude IS NOT NULL",
    "store_coordinates": "SELECT 1 FROM main.store WHERE kind = 'store' AND latitude IS NOT NULL",
    "countries": "SELECT 1 FROM main.place WHERE country <> ''",
    "states": "SELECT 1 FROM main.place WHERE state <> '' OR state_code <> ''",
    "cities": "SELECT 1 FROM main.place WHERE city <> ''",
    "channels": "SELECT 1 FROM main.\"order\" WHERE channel <> ''",
    "categories": "SELECT 1 FROM main.product WHERE category <> '' AND NOT is_fee",
    "sizes": "SELECT 1 FROM main.product WHERE size <> ''",
    "launches": "SELECT 1 FROM main.product WHERE launched_on IS NOT NULL",
    "list_prices": "SELECT 1 FROM main.product WHERE list_price IS NOT NULL",
    "known_customers": 'SELECT 1 FROM main."order" WHERE customer_key <> 0',
    "payments": "SELECT 1 FROM main.payment",
    "reviews": "SELECT 1 FROM main.review",
    "returns": 'SELECT 1 FROM main."return"',
    "inventory": "SELECT 1 FROM main.inventory",
    "touchpoints": "SELECT 1 FROM main.touchpoint",
    "suppliers": "SELECT 1 FROM main.supplier WHERE supplier_key <> 0",
    "delivery": 'SELECT 1 FROM main."order" WHERE delivered_at IS NOT NULL',
    "ingredients": "SELECT 1 FROM main.product WHERE ingredients <> ''",
    "ages": "SELECT 1 FROM main.customer WHERE age IS NOT NULL",
    "memberships": "SELECT 1 FROM main.customer WHERE membership <> ''",
    "time_of_day": 'SELECT 1 FROM main."order" WHERE hour(ordered_at) + minute(ordered_at) + second(ordered_at) > 0',
}
"""A capability is there when its SELECT finds a row."""


def capabilities(connection: duckdb.DuckDBPyConnection) -> str:
    """Names of all capabilities of the staged tables, separated by blanks."""
    tests = " UNION ALL ".join(
        f"SELECT {literal(name)} AS name WHERE EXISTS ({test})"  # written above
        for name, test in TESTS.items()
    )
    found = {name for (name,) in connection.execute(tests).fetchall()}
    return " ".join(name for name in TESTS if name in found)

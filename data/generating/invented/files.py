"""Writes the invented chain's own tables: stores, products, suppliers, customers."""

from pathlib import Path

import duckdb
import numpy as np

from data.generating.canonical import write
from data.generating.drawing import Ints

_QUERIES = {
    "stores": "SELECT * EXCLUDE (number) FROM stores ORDER BY number",
    "suppliers": "SELECT * EXCLUDE (number) FROM suppliers ORDER BY number",
    "customers": "SELECT * EXCLUDE (number) FROM customers ORDER BY number",
    "products": "SELECT products.* EXCLUDE (number, size_rank, extra, popularity, elasticity, season) "
    "REPLACE (cents_to_money(cents) AS price) FROM products JOIN latest_prices USING (number) ORDER BY number",
}


def write_chain(connection: duckdb.DuckDBPyConnection, folder: Path, latest_cents: Ints) -> None:
    """Write the work tables; a product's list price is its latest one."""
    connection.register("latest_prices", {"number": np.arange(len(latest_cents)), "cents": latest_cents})
    for table, query in _QUERIES.items():
        write(connection.sql(query), folder, table)

"""Runs the SELECTs of this folder."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import duckdb

from api.models.warehouse import metadata
from data.loading.staging import create_star_table

_FOLDER = Path(__file__).resolve().parent

KEYS = ("keys.supplier", "keys.customer", "keys.store", "keys.product", "keys.order")
PLACES = ("incoming.place", "keys.place", "keys.place_named")
FACTS = (
    "main.supplier",
    "main.product",
    "main.store",
    "incoming.home",
    "incoming.line",
    "incoming.order",
    "main.order",
    "main.order_item",
    "main.visit",
    "main.payment",
    "main.review",
    "main.return",
    "main.inventory",
    "main.touchpoint",
)
ENRICHED = ("main.customer", "main.settlement", "main.place", "main.calendar", "main.rejected_row")


def build(connection: duckdb.DuckDBPyConnection, tables: Iterable[str]) -> None:
    """Create tables, each from the SELECT in the file of its name."""
    for name in tables:
        schema, _, table = name.partition(".")
        if schema == "main":
            create_star_table(connection, metadata.tables[table], _select(name))
        else:
            connection.execute(f'CREATE TABLE {schema}."{table}" AS {_select(name)}')


@cache
def _select(name: str) -> str:
    return (_FOLDER / f"{name.replace('.', '/')}.sql").read_text(encoding="utf-8")

"""The nearest store of each home."""

import duckdb

_HOMES = "SELECT customer_key, latitude, longitude FROM incoming.home"
_STORES = "SELECT store_key, latitude, longitude FROM {schema}.store WHERE kind = 'store' AND latitude IS NOT NULL"


def add_nearest(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill enriched.nearest for homes that moved, for all of them where the stores did."""
    connection.execute(
        "CREATE TABLE enriched.nearest (customer_key BIGINT, nearest_store_key BIGINT, nearest_store_km DOUBLE)"
    )
    homes = f"{_HOMES} WHERE {'latitude IS NOT NULL' if _stores_moved(connection) else 'moved'}"
    stores = f"{_STORES.format(schema='main')} ORDER BY store_id"
    if not all(connection.execute(f"{rows} LIMIT 1").fetchone() for rows in (homes, stores)):
        return
    from api.services.statistics.distance import nearest

    points, targets = (connection.execute(rows).fetchnumpy() for rows in (homes, stores))
    index, km = nearest(points["latitude"], points["longitude"], targets["latitude"], targets["longitude"])
    found = {"customer_key": points["customer_key"], "store_key": targets["store_key"][index], "km": km}
    connection.register("found", found)
    connection.execute("INSERT INTO enriched.nearest SELECT customer_key, store_key, km FROM found")
    connection.unregister("found")


def _stores_moved(connection: duckdb.DuckDBPyConnection) -> bool:
    now, earlier = (_STORES.format(schema=schema) for schema in ("main", "before"))
    difference = f"(({now}) EXCEPT ({earlier})) UNION ALL (({earlier}) EXCEPT ({now})) LIMIT 1"
    return connection.execute(difference).fetchone() is not None

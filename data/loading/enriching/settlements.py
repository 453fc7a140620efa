"""Populated places of the countries in the data: inhabitants, the nearest store, the homes nearest to each."""

from pathlib import Path

import duckdb

from data.loading.publishing.statements import literal

_PLACES = Path(__file__).resolve().parent.parent.parent / "geography" / "places.csv.gz"
_COLUMNS = {
    "settlement_key": "BIGINT",
    "name": "VARCHAR",
    "country_code": "VARCHAR",
    "state_code": "VARCHAR",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "population": "BIGINT",
}
"""Columns of the gazetteer, by our names."""

_COUNTRIES = """
    SELECT DISTINCT country_code FROM main.store JOIN keys.place USING (place_key)
    WHERE kind = 'store' AND latitude IS NOT NULL
    UNION SELECT DISTINCT country_code FROM incoming.home JOIN keys.place USING (place_key) WHERE latitude IS NOT NULL
"""
_STORES = "SELECT store_key, latitude, longitude FROM main.store WHERE kind = 'store' AND latitude IS NOT NULL"


def add_settlements(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill enriched.settlement, settlement_nearest (its store) and home_settlement (that of each moved home)."""
    columns = ", ".join(f"{name} {kind}" for name, kind in _COLUMNS.items())
    connection.execute(f"CREATE TABLE enriched.settlement ({columns})")
    if countries := [literal(code) for (code,) in connection.execute(_COUNTRIES).fetchall()]:
        connection.execute(f"""
            INSERT INTO enriched.settlement
            SELECT * FROM read_csv({literal(str(_PLACES))}, header = true, quote = '"',
                nullstr = '-', columns = {_COLUMNS})
            WHERE country_code IN ({", ".join(countries)}) ORDER BY settlement_key
        """)  # noqa: S608  # names of ours
        _leave_out_districts(connection)
    towns = "SELECT settlement_key, latitude, longitude FROM enriched.settlement"
    homes = "SELECT customer_key, latitude, longitude FROM incoming.home WHERE moved"
    _match(connection, "settlement_nearest", towns, f"{_STORES} ORDER BY store_id")
    _match(connection, "home_settlement", homes, f"{towns} ORDER BY settlement_key")


def _leave_out_districts(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop what is part of a larger city: who lives there lives in the city."""
    from data.geography.districts import is_district

    every = connection.execute("SELECT * FROM enriched.settlement").fetchnumpy()
    part = is_district(every["latitude"], every["longitude"], every["population"])
    connection.register("part", {"settlement_key": every["settlement_key"][part]})
    connection.execute("DELETE FROM enriched.settlement WHERE settlement_key IN (SELECT settlement_key FROM part)")
    connection.unregister("part")


def _match(connection: duckdb.DuckDBPyConnection, table: str, points: str, targets: str) -> None:
    """Create enriched.`table`: for each point's key the key of the nearest target and the kilometres to it."""
    (point, *_), (target, *_) = (connection.execute(f"DESCRIBE {rows}").fetchone() or () for rows in (points, targets))
    name = "nearest_store" if target == "store_key" else target.removesuffix("_key")
    connection.execute(f"CREATE TABLE enriched.{table} ({point} BIGINT, {name}_key BIGINT, {name}_km DOUBLE)")
    if not all(connection.execute(f"{rows} LIMIT 1").fetchone() for rows in (points, targets)):
        return
    from api.services.statistics.distance import nearest

    found, known = (connection.execute(rows).fetchnumpy() for rows in (points, targets))
    index, km = nearest(found["latitude"], found["longitude"], known["latitude"], known["longitude"])
    connection.register("matched", {"point": found[point], "target": known[target][index], "km": km})
    connection.execute(f"INSERT INTO enriched.{table} SELECT point, target, km FROM matched")  # noqa: S608
    connection.unregister("matched")

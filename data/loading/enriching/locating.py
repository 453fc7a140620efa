"""Country, state and city of customers and stores that have coordinates but lack such a name."""

from typing import TYPE_CHECKING, Any

import duckdb

from data.loading.source import Source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WANTED = """
    SELECT c.rowid AS row_id, c.latitude, c.longitude
    FROM checked.{table} AS c
    ANTI JOIN before.{star} AS b
        ON b.{key} = c.{key} AND b.latitude = c.latitude AND b.longitude = c.longitude
        AND c.country || c.state || c.state_code || c.city = ''
    WHERE c.rejected IS NULL AND c.latitude IS NOT NULL
        AND (c.country = '' OR c.city = '' OR c.state || c.state_code = '')
"""
_FILL = """
    UPDATE checked.{table} AS c SET
        country = CASE WHEN c.country = '' THEN l.country ELSE c.country END,
        state_code = CASE WHEN c.state || c.state_code = '' THEN l.state_code ELSE c.state_code END,
        city = CASE WHEN c.city = '' THEN l.city ELSE c.city END
    FROM located AS l WHERE l.row_id = c.rowid
"""


def add_places(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Fill the names in checked.customers and checked.stores.

    A row without any name keeps the place it had before, unless it has moved.
    """
    for table, star, key in (("customers", "customer", "customer_id"), ("stores", "store", "store_id")):
        if table not in source.canonical:
            continue
        query = _WANTED.format(table=table, star=star, key=key)
        if connection.execute(f"{query} LIMIT 1").fetchone():
            wanted = connection.execute(query).fetchnumpy()
            located = {"row_id": wanted["row_id"], **_names(wanted)}
            connection.register("located", located)
            connection.execute(_FILL.format(table=table))
            connection.unregister("located")


def _names(points: dict[str, Any]) -> "dict[str, NDArray[np.object_]]":
    import numpy as np

    from data.geography.locate import locate
    from data.geography.tables import countries

    found = locate(points["latitude"], points["longitude"])
    codes, index = np.unique(found.country, return_inverse=True)
    names = np.array([countries()[code].name if code else "" for code in codes.tolist()], dtype=object)
    return {"country": names[index], "state_code": found.state.astype(object), "city": found.place_name}

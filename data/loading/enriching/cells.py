"""H3 cells of homes that are new or have moved."""

from itertools import repeat

import duckdb

_RESOLUTION = 9


def add_cells(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill enriched.cell (customer_key, cell)."""
    connection.execute("CREATE TABLE enriched.cell (customer_key BIGINT, cell BIGINT)")
    if not connection.execute("SELECT 1 FROM incoming.home WHERE moved LIMIT 1").fetchone():
        return
    import numpy as np
    from h3.api.basic_int import latlng_to_cell

    moved = connection.execute("SELECT customer_key, latitude, longitude FROM incoming.home WHERE moved").fetchnumpy()
    points = (moved["latitude"].tolist(), moved["longitude"].tolist())
    cells = np.fromiter(map(latlng_to_cell, *points, repeat(_RESOLUTION)), np.int64, len(points[0]))
    located = {"customer_key": moved["customer_key"], "cell": cells}
    connection.register("located", located)
    connection.execute("INSERT INTO enriched.cell SELECT customer_key, cell FROM located")
    connection.unregister("located")

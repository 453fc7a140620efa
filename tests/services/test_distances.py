"""Great circles in SQL, on every engine, against NumPy."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection, Double, cast, create_engine, literal_column, null, select, union_all
from sqlalchemy.pool import NullPool

from api.services.distances import great_circle_km
from api.services.statistics.distance import haversine_km

PAIRS = [
    (48.8566, 2.3522, 51.5074, -0.1278),
    (40.639751, -73.778925, 33.942536, -118.408075),
    (0, 0, 0, 180),
    (34.6, -120.4, 34.6, -120.4),
    (-23.55, -46.63, 89.9, 179.9),
]


@pytest.fixture
def connection(warehouse_url: str) -> Iterator[Connection]:
    with create_engine(warehouse_url, poolclass=NullPool).connect() as connection:
        yield connection


def _points(rows: Sequence[tuple[float, ...]]) -> Any:
    columns = [
        [cast(literal_column(str(v)), Double).label(n) for n, v in zip("abcd", row, strict=True)] for row in rows
    ]
    return union_all(*(select(*row) for row in columns)).subquery("points")


def test_distances_are_those_of_numpy(connection: Connection) -> None:
    points = _points(PAIRS)
    km = great_circle_km(points.c.a, points.c.b, points.c.c, points.c.d)
    found = [value for (value,) in connection.execute(select(km).order_by(km))]
    assert found == pytest.approx(sorted(haversine_km(*np.array(PAIRS).T)), rel=1e-12, abs=1e-9)


def test_no_place_is_nowhere(connection: Connection) -> None:
    point = _points(PAIRS[:1])
    assert connection.execute(select(great_circle_km(point.c.a, point.c.b, point.c.c, null()))).scalar() is None

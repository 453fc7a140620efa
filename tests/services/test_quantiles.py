"""Quantiles on every engine, against NumPy."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection, create_engine, func, literal_column, select, union_all
from sqlalchemy.pool import NullPool

from api.services.counted_quantiles import counted_mean, counted_quantile, counted_up
from api.services.quantiles import covering, median, quantile, quantiles, quartiles, teach_quantiles


@pytest.fixture
def connection(warehouse_url: str) -> Iterator[Connection]:
    engine = create_engine(warehouse_url, poolclass=NullPool)
    with (teach_quantiles(engine) if engine.name == "sqlite" else engine).connect() as connection:
        yield connection


def _numbers(values: list[int]) -> Any:
    columns: list[Any] = [literal_column(f"CAST({value} AS BIGINT)") for value in values]
    return union_all(*(select(column.label("n")) for column in columns)).subquery("numbers")


SAMPLES = [[7], [3, 1], [5, 1, 9], [10_000_000, 12_990_000, 990_000, 45_000_000], [1, 1, 1, 2, 50, 50, 7, 8, 9]]


@pytest.mark.parametrize("values", SAMPLES)
def test_quartiles_are_those_of_numpy(connection: Connection, values: list[int]) -> None:
    found = connection.execute(select(*quartiles(_numbers(values).c.n))).one()
    assert list(found) == list(np.quantile(values, [0.25, 0.5, 0.75]))


@pytest.mark.parametrize("values", SAMPLES)
def test_any_quantile_is_that_of_numpy(connection: Connection, values: list[int]) -> None:
    numbers = _numbers(values)
    middle, high = connection.execute(select(median(numbers.c.n), quantile(numbers.c.n, 0.9))).one()
    assert middle == np.median(values)
    assert high == pytest.approx(np.quantile(values, 0.9), rel=1e-12)


def test_nothing_has_no_quantile(connection: Connection) -> None:
    numbers = _numbers([1])
    assert connection.execute(select(median(numbers.c.n)).where(numbers.c.n > 1)).scalar() is None


@pytest.mark.parametrize("values", SAMPLES)
def test_several_quantiles_are_those_of_numpy(connection: Connection, values: list[int]) -> None:
    found = connection.execute(select(*quantiles(_numbers(values).c.n, 0.5, 0.95))).one()
    assert list(found) == pytest.approx(list(np.quantile(values, [0.5, 0.95])), rel=1e-12)


@pytest.mark.parametrize("values", [*SAMPLES, list(range(10)), list(range(1, 32))])
def test_the_covering_value_is_the_inverse_of_the_distribution(connection: Connection, values: list[int]) -> None:
    found = connection.execute(select(*covering(_numbers(values).c.n, 0.5, 0.7, 0.8))).one()
    assert list(found) == list(np.quantile(values, [0.5, 0.7, 0.8], method="inverted_cdf"))


def test_nothing_is_covered_by_no_value(connection: Connection) -> None:
    numbers = _numbers([1])
    assert connection.execute(select(*covering(numbers.c.n, 0.5)).where(numbers.c.n > 1)).scalar() is None


@pytest.mark.parametrize("values", SAMPLES)
def test_quantiles_of_counted_values_are_those_of_the_values(connection: Connection, values: list[int]) -> None:
    n = _numbers(values).c.n
    counts = counted_up(select(n.label("value"), func.count().label("times")).group_by(n).subquery("counts"))
    figures = [counted_quantile(counts, fraction) for fraction in (0, 0.25, 0.5, 0.99, 1)]
    *found, mean = connection.execute(select(*figures, counted_mean(counts))).one()
    assert [float(figure) for figure in found] == pytest.approx(list(np.quantile(values, [0, 0.25, 0.5, 0.99, 1])))
    assert float(mean) == pytest.approx(np.mean(values))

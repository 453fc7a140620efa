"""What the engines spell differently."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import h3
import pytest
from sqlalchemy import BigInteger, Connection, Engine, create_engine, literal, literal_column, select, union_all
from sqlalchemy.pool import NullPool

from api.models.warehouse import calendar
from api.services.sql import days_between, has_text, money, parent_cell, ratio, total, whole_ratio


@pytest.fixture
def connection(warehouse_url: str) -> Iterator[Connection]:
    engine: Engine = create_engine(warehouse_url, poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


def _value(connection: Connection, expression: Any) -> Any:
    return connection.execute(select(expression.label("value"))).scalar()


def _numbers(*values: int) -> Any:
    return union_all(*(select(literal_column(str(value)).label("n")) for value in values)).subquery("numbers")


def test_total_is_a_whole_number(connection: Connection) -> None:
    numbers = _numbers(5_000_000_000_000, 7)
    found = connection.execute(select(total(numbers.c.n))).scalar()
    assert (found, type(found)) == (5_000_000_000_007, int)


def test_total_of_nothing_is_0(connection: Connection) -> None:
    numbers = _numbers(1)
    assert connection.execute(select(total(numbers.c.n)).where(numbers.c.n > 1)).scalar() == 0


def test_money_is_exact_to_the_cent(connection: Connection) -> None:
    assert _value(connection, money(literal_column("10666684540000"))) == 10_666_684.54


def test_ratio_is_not_cut_to_a_whole_number(connection: Connection) -> None:
    assert _value(connection, ratio(literal_column("4995"), literal_column("8"))) == 624.375


def test_ratio_over_nothing_is_absent(connection: Connection) -> None:
    assert _value(connection, ratio(literal_column("1"), literal_column("0"))) is None


@pytest.mark.parametrize(
    ("value", "times"), [(0, 0), (9_999_999, 0), (10_000_000, 1), (9_007_199_254_740_993, 900719925)]
)
def test_whole_ratio_counts_whole_times(connection: Connection, value: int, times: int) -> None:
    found = _value(connection, whole_ratio(literal_column(f"{value}"), literal_column("10000000")))
    assert (found, type(found)) == (times, int)


def test_whole_ratio_takes_whole_expressions(connection: Connection) -> None:
    seven, two = (literal_column(number, BigInteger()) for number in ("7", "2"))
    assert _value(connection, whole_ratio(seven - two, two * two)) == 1


@pytest.mark.parametrize(
    ("first", "second", "days"), [("2024-02-28", "2024-03-01", 2), ("2024-01-01", "2023-12-31", -1)]
)
def test_days_between(connection: Connection, first: str, second: str, days: int) -> None:
    told = [literal(date.fromisoformat(text), calendar.c.day.type) for text in (first, second)]
    assert _value(connection, days_between(*told)) == days


@pytest.mark.parametrize("resolution", range(4, 10))
def test_parent_cell_is_that_of_h3(connection: Connection, resolution: int) -> None:
    cell = h3.latlng_to_cell(-23.55, -46.63, 9)
    parent = _value(connection, parent_cell(literal_column(str(h3.str_to_int(cell))), resolution))
    assert h3.int_to_str(parent) == h3.cell_to_parent(cell, resolution)


@pytest.mark.parametrize(("text", "wanted", "found"), [("Reno North", "reno", 1), ("100 %", "%", 1), ("a", "%", 0)])
def test_text_is_found_literally(connection: Connection, text: str, wanted: str, found: int) -> None:
    assert bool(_value(connection, has_text(literal(text), wanted))) is bool(found)

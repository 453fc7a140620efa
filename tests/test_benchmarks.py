"""The SQL written by hand gives the answers it is the measure of."""

from collections.abc import Iterator

import pytest

import api.routes  # noqa: F401 - fills the registry
from api.services.analysis import REGISTRY
from benchmarks.handwritten import difference, statements
from benchmarks.questions import Measured, measure, table
from data.generating.generate import generate
from data.loading.load import load


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Measured]]:
    home = tmp_path_factory.mktemp("bench")
    generate(home / "chain", 3_000, 7, None)
    url = f"duckdb:///{home}/bench.duckdb"
    load("canonical", home / "chain", warehouse_url=url, database_url=f"sqlite:///{home}/app.sqlite", replace=True)
    yield {one.name: one for one in measure(url, repeats=1)}


@pytest.mark.parametrize("name", sorted(statements()))
def test_sql_by_hand_gives_the_same_answer(measured: dict[str, Measured], name: str) -> None:
    assert name in REGISTRY
    assert measured[name].by_hand_ms
    assert measured[name].difference == ""


def test_what_differs_is_said() -> None:
    assert difference([{"a": 1.0}], [{"a": 1.0}, {"a": 2.0}]) == "1 rows, by hand 2"
    assert difference([{"a": 1.0, "b": "x"}], [{"a": 1.1, "b": "y"}]) == "a sums to 1.0, by hand to 1.1"
    assert difference([{"a": 1.0, "only": 3}], [{"a": 1.0 + 1e-12}]) == ""


def test_the_table_tells_the_median_ratio() -> None:
    rows = [Measured(name, 1, ms, 1.0, 2.0, "") for name, ms in (("a", 2.0), ("b", 3.0), ("c", 9.0))]
    assert table([*rows, Measured("basket", 1, 9.0, 1.0, None, "")]).splitlines()[-1].split() == [
        *("median", "ratio", "of", "3"),
        "1.50",
    ]

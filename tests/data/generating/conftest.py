"""Generated chains, made once per test process."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.generating.generate import generate
from data.generating.truth import Truth

SAMPLE_ORDERS = 120_000
GIVEN_ORDERS = 40_000
SEED = 7


class Generated:
    """A folder of generated files, each a table to ask."""

    def __init__(self, folder: Path, truth: Truth) -> None:
        self.folder, self.truth = folder, truth
        self.connection = duckdb.connect()
        for file in sorted(folder.glob("*.parquet")):
            self.connection.read_parquet(str(file)).create_view(file.stem)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Answer a query."""
        return self.connection.sql(query).fetchall()

    def value(self, query: str) -> Any:
        """The only value of an answer."""
        [(value,)] = self.rows(query)
        return value


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """The invented chain."""
    folder = tmp_path_factory.mktemp("sample")
    return Generated(folder, generate(folder, SAMPLE_ORDERS, SEED))


@pytest.fixture(scope="session")
def on_pizza_chain(datasets: Path, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """Orders on the published pizza chain."""
    folder = tmp_path_factory.mktemp("pizza_chain")
    return Generated(folder, generate(folder, GIVEN_ORDERS, SEED, datasets / "pizza_chain"))

"""Published data, loaded once per test session, and questions to what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.loading.load import load
from data.loading.report import LoadReport


@dataclass
class Loaded:
    """A data set in the warehouse."""

    folder: Path
    url: str
    report: LoadReport

    def frame(self, query: str) -> pd.DataFrame:
        with duckdb.connect(self.url.removeprefix("duckdb:///"), read_only=True) as connection:
            return connection.sql(query).df()

    def value(self, query: str) -> Any:
        with duckdb.connect(self.url.removeprefix("duckdb:///"), read_only=True) as connection:
            (value,) = connection.execute(query).fetchone() or (None,)
            return value

    def pairs(self, query: str) -> dict[Any, Any]:
        """What a query of two columns gives, first by second."""
        return dict(self.frame(query).itertuples(index=False))

    def rows(self, outcome: str, table: str, rule: str = "") -> int:
        """How many rows met a fate, by the ledger."""
        counts = [c for c in self.report.counts if (c.outcome, c.table, c.rule) == (outcome, table, rule)]
        return sum(count.rows for count in counts)


@pytest.fixture(scope="session")
def loaded(datasets: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Loaded]:
    """Load a source from a folder of the public data sets, once."""
    done: dict[str, Loaded] = {}

    def get(source: str, folder: str) -> Loaded:
        if source not in done:
            home = tmp_path_factory.mktemp(source)
            url = f"duckdb:///{home}/warehouse.duckdb"
            report = load(source, datasets / folder, warehouse_url=url, database_url=f"sqlite:///{home}/app.sqlite")
            done[source] = Loaded(datasets / folder, url, report)
        return done[source]

    return get

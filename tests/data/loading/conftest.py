"""Tiny shops that can be added up in one's head."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest

from api.models.app import Load
from api.models.warehouse.versions import published_version
from data.__main__ import main
from data.loading.ledger import Ledger
from data.loading.load import load
from data.loading.report import LoadReport


@dataclass
class Shop:
    """A folder of files, a warehouse and a ledger."""

    home: Path
    deliveries: int = field(default=0)

    @property
    def warehouse_url(self) -> str:
        return f"duckdb:///{self.home}/warehouse.duckdb"

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.home}/app.sqlite"

    def deliver(self, **files: str | bytes) -> Path:
        """Write files into a new folder: `orders="order_id,…"` becomes orders.csv; `__` stands for a point."""
        self.deliveries += 1
        folder = self.home / f"delivery{self.deliveries}"
        folder.mkdir()
        for name, content in files.items():
            file = folder / (name.replace("__", ".") if "__" in name else f"{name}.csv")
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    def load(self, folder: Path, source: str = "canonical", replace: bool = False) -> LoadReport:
        return load(source, folder, warehouse_url=self.warehouse_url, database_url=self.database_url, replace=replace)

    def command(self, *arguments: str) -> int:
        """Exit code of `python -m data` with these arguments, run in this process."""
        return main([*arguments, "--warehouse", self.warehouse_url, "--database", self.database_url])

    @property
    def version(self) -> int | None:
        return published_version(self.warehouse_url)

    def ledger(self) -> list[Load]:
        return Ledger(self.database_url).last(100)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(f"{self.home}/warehouse.duckdb", read_only=True) as connection:
            return connection.execute(query).fetchall()

    def value(self, query: str) -> Any:
        ((value,),) = self.rows(query)
        return value


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """An empty shop."""
    return Shop(tmp_path)


@pytest.fixture
def refused(shop: Shop, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Load by command line, expect exit code 2 and one sentence; what was published must not change."""

    def run(folder: Path, source: str = "canonical") -> str:
        before = shop.version, sorted(path.name for path in shop.home.glob("warehouse*"))
        assert shop.command("load", source, str(folder)) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        assert "Traceback" not in captured.err
        after = shop.version, sorted(path.name for path in shop.home.glob("warehouse*") if path.suffix != ".lock")
        assert after[0] == before[0]
        assert [name for name in after[1] if ".v" in name] == [name for name in before[1] if ".v" in name]
        newest = shop.ledger()[0]
        assert (newest.status, newest.message) == ("refused", captured.err.strip())
        return captured.err.strip()

    return run

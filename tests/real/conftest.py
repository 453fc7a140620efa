"""Real data sets, loaded once per test process and engine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from api import create_api
from api.config import load_config
from tests import engines
from tests.world import Reply

FOLDERS = {
    "online_retail": "online_retail",
    "olist": "olist_sample",
    "pizza_chain": "pizza_chain",
    "hm": "hm_sample",
}


class RealShop:
    """A published data set behind the API."""

    def __init__(self, warehouse_url: str, folder: Path) -> None:
        self.warehouse_url, self.folder = warehouse_url, folder
        self._app = create_api(load_config({"WAREHOUSE_URL": warehouse_url}))

    def get(self, url: str) -> Reply:
        """Ask the API."""
        return Reply(self._app.test_client().get(url))

    def close(self) -> None:
        """Give the connections back."""
        self._app.extensions["answers"].warehouse.close()


@pytest.fixture(scope="session")
def open_real(
    datasets: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Callable[..., RealShop]]:
    """Open a data set by source name and engine, DuckDB where not said; loaded once."""
    opened: dict[tuple[str, str], RealShop] = {}
    with ExitStack() as stack:

        def open_shop(source: str, engine: str = "duckdb") -> RealShop:
            if (source, engine) not in opened:
                home = tmp_path_factory.mktemp(f"{source}-{engine}")
                space = engines.namespace(engine, home, request.getfixturevalue)
                opened[source, engine] = _load(source, datasets / FOLDERS[source], stack.enter_context(space), home)
            return opened[source, engine]

        yield open_shop
        for shop in opened.values():
            shop.close()


@pytest.fixture(scope="session")
def ordered_pizza(datasets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealShop]:
    """The pizza chain with generated orders, whose files lie in its folder; on DuckDB."""
    from data.generating.generate import generate

    folder, home = tmp_path_factory.mktemp("ordered"), tmp_path_factory.mktemp("ordered_pizza")
    generate(folder, 8_000, 7, datasets / FOLDERS["pizza_chain"])
    shop = _load("canonical", folder, f"duckdb:///{home}/shop.duckdb", home)
    yield shop
    shop.close()


def _load(source: str, folder: Path, url: str, home: Path) -> RealShop:
    from data.loading.load import load

    report: Any = load(source, folder, warehouse_url=url, database_url=f"sqlite:///{home}/app.sqlite")
    assert report is not None
    return RealShop(url, folder)

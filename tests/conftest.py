"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import engines
from tests.world import Shop

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a PostgreSQL server of this test process alone."""
    with engines.postgresql_from_wheel() as url:
        yield url


@pytest.fixture(scope="session")
def local_postgresql_server() -> str:
    """URL of the PostgreSQL server that runs on this machine anyway."""
    return engines.LOCAL_SERVER


@pytest.fixture(scope="session")
def clickhouse_server() -> Iterator[str]:
    """URL of ClickHouse inside this test process."""
    with engines.embedded_clickhouse() as url:
        yield url


@pytest.fixture(params=engines.all_engines())
def warehouse_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of an empty warehouse, once per engine."""
    engines.expect_gaps(request, request.param)
    with engines.namespace(request.param, tmp_path, request.getfixturevalue) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of an empty application database, once per engine."""
    engines.expect_gaps(request, request.param)
    with engines.namespace(request.param, tmp_path, request.getfixturevalue) as url:
        yield url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the public data sets, so that `-m "not datasets"` leaves it out."""
    for item in items:
        if "datasets" in getattr(item, "fixturenames", ()):
            item.add_marker("datasets")


@pytest.fixture(scope="session")
def datasets() -> Path:
    """Folder of the public data sets, beside the checkout."""
    folder = REPOSITORY.parent / "shared" / "datasets"
    if not folder.is_dir():
        pytest.skip("the public data sets are not beside the checkout, in ../shared/datasets")
    return folder


@pytest.fixture
def shop(warehouse_url: str, tmp_path: Path) -> Iterator[Shop]:
    """A new shop without anything, once per engine."""
    folder = tmp_path / "told"
    folder.mkdir()
    shop = Shop(folder, warehouse_url)
    yield shop
    shop.close()

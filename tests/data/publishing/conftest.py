"""What tests of publishing ask for besides."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import engines


@pytest.fixture
def clickhouse_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of an empty warehouse on ClickHouse."""
    with engines.namespace("clickhouse", tmp_path, request.getfixturevalue) as url:
        yield url


@pytest.fixture
def postgresql_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of an empty warehouse on PostgreSQL."""
    with engines.namespace("postgresql", tmp_path, request.getfixturevalue) as url:
        yield url

"""Each engine gives every test a place of its own."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from api.models.warehouse.versions import publish_version, published_version
from tests import engines


def test_a_namespace_starts_empty_and_takes_a_version(warehouse_url: str) -> None:
    assert published_version(warehouse_url) is None
    publish_version(warehouse_url, 3)
    assert published_version(warehouse_url) == 3


def test_an_application_database_answers(database_url: str) -> None:
    with create_engine(database_url, poolclass=NullPool).connect() as connection:
        assert connection.execute(text("SELECT 1 + 1")).scalar() == 2


@pytest.mark.parametrize("engine", engines.all_engines())
def test_nothing_stays_behind(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with engines.namespace(engine, tmp_path, request.getfixturevalue) as url:
        publish_version(url, 1)
    assert not list(tmp_path.iterdir())
    with engines.namespace(engine, tmp_path, request.getfixturevalue) as other:
        assert url != other
        assert published_version(other) is None


@pytest.mark.notimpl("sqlite", "to see that a gap is marked for one engine only")
@pytest.mark.never("postgresql", reason="to see that a gap holds on both servers")
def test_a_gap_is_expected_on_the_engine_it_names(warehouse_url: str) -> None:
    assert not warehouse_url.startswith(("sqlite", "postgresql"))

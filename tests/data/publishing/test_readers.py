"""Whoever reads while a load publishes is not disturbed."""

import threading
from pathlib import Path

from sqlalchemy import create_engine, func, select
from sqlalchemy.pool import NullPool

from api.models.warehouse import dataset, order
from api.models.warehouse.versions import published_version, version_url
from api.services.warehouse import Warehouse
from data.loading.publishing.target import target_of
from tests.data.publishing.staging import publish

QUESTION = select(func.count()).select_from(order)


def test_a_reader_stays_with_its_version_while_the_next_comes(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1, rows=3)
    engine = create_engine(version_url(warehouse_url, 1), poolclass=NullPool, **_read_only(warehouse_url))
    with engine.connect() as connection:
        assert connection.execute(QUESTION).scalar() == 3
        publish(warehouse_url, tmp_path, 2, rows=5)
        assert connection.execute(QUESTION).scalar() == 3


def _read_only(url: str) -> dict[str, dict[str, bool]]:
    return {"connect_args": {"read_only": True}} if url.startswith("duckdb") else {}


def test_the_api_of_the_same_process_moves_on_to_the_next(warehouse_url: str, tmp_path: Path) -> None:
    warehouse = Warehouse(warehouse_url, memory="256MB", threads=1)
    try:
        for version in (1, 2, 3):
            publish(warehouse_url, tmp_path, version, rows=version)
            warehouse._looked_at = 0.0  # as if its second of patience were over
            snapshot = warehouse.snapshot()
            assert snapshot.dataset.version == version
            assert snapshot.rows(QUESTION) == [{"count_1": version}]
    finally:
        snapshot.engine.dispose()


def test_readers_see_the_old_version_or_the_new_one_never_a_mixture(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1, rows=1)
    seen: set[tuple[int, int]] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            version = published_version(warehouse_url)
            assert version
            url = version_url(warehouse_url, version)
            with create_engine(url, poolclass=NullPool, **_read_only(warehouse_url)).connect() as connection:
                said = connection.execute(select(dataset.c.version)).scalar_one()
                seen.add((said, connection.execute(QUESTION).scalar_one()))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for version in (2, 3):
            publish(warehouse_url, tmp_path, version, rows=version * 2)
    finally:
        done.set()
        reader.join()
    assert seen <= {(1, 1), (2, 4), (3, 6)}
    assert len(seen) > 1


def test_a_schema_somebody_reads_is_removed_by_a_later_load(postgresql_url: str, tmp_path: Path) -> None:
    publish(postgresql_url, tmp_path, 1)
    with create_engine(version_url(postgresql_url, 1), poolclass=NullPool).connect() as connection:
        connection.execute(QUESTION)
        publish(postgresql_url, tmp_path, 2)
        publish(postgresql_url, tmp_path, 3)
        assert target_of(postgresql_url).versions() == {1, 2, 3}
    publish(postgresql_url, tmp_path, 4)
    assert target_of(postgresql_url).versions() == {3, 4}

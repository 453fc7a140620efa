"""A load killed at any moment leaves what was published, and the next one works and cleans up."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import published_version, version_url
from data.loading.publishing import build, load_lock, open_published, switch
from data.loading.publishing.target import target_of
from tests import engines
from tests.data.publishing.dying import in_another_process
from tests.data.publishing.staging import expected_rows, publish, rows_of, staged

MOMENTS = {
    "duckdb": ["fresh", "_silent", "flush", "stored", "_link", "versions"],
    "sqlite": ["_insert", "create_indexes", "flush", "_link", "versions"],
    "postgresql": ["csv_file", "_copy_in", "create_indexes", "publish_version", "versions"],
    "postgresql-server": ["_copy_in"],
    "clickhouse": ["_insert", "publish_version", "versions"],
}
"""Functions to die in; once `versions` is called the new version is published."""


@pytest.fixture(params=[engine for engine in engines.all_engines() if engine != "clickhouse"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with engines.namespace(request.param, tmp_path, request.getfixturevalue) as url:
        yield url


@pytest.mark.parametrize(
    ("engine", "moment"), [(engine, moment) for engine in engines.all_engines() for moment in MOMENTS[engine]]
)
def test_death_at_a_moment(engine: str, moment: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if engine == "clickhouse":  # the embedded engine serves one folder per process, so nothing of this happens here
        url = f"clickhousedb:///default?interface=chdb&path={tmp_path}/clickhouse"
        _die_at(url, moment, tmp_path, in_another_process)
    else:
        with engines.namespace(engine, tmp_path, request.getfixturevalue) as url:
            _die_at(url, moment, tmp_path, lambda function, *arguments: function(*arguments))


def _die_at(url: str, moment: str, folder: Path, run: Callable[..., Any]) -> None:
    run(publish, url, folder, 1)
    assert in_another_process(publish, url, folder, 2, 5, die=moment) == "killed"
    version, rows = (2, 5) if moment == "versions" else (1, 24)
    assert run(rows_of, url) == expected_rows(rows, version)
    (folder / "next").mkdir()
    run(publish, url, folder / "next", version + 1, 7)
    assert run(rows_of, url) == expected_rows(7, version + 1)
    assert run(versions_of, url) == {version, version + 1}


def versions_of(url: str) -> set[int]:
    return target_of(url).versions()


@pytest.mark.parametrize("seconds", [0.1, 0.4, 1.0])
def test_death_at_any_time(url: str, seconds: float, tmp_path: Path) -> None:
    publish(url, tmp_path, 1)
    with staged(tmp_path, version=2) as connection:
        for _ in range(10):
            connection.execute('INSERT INTO "order" SELECT * FROM "order"')
    in_another_process(publish_again, url, tmp_path, die=seconds)
    version = published_version(url)
    assert version in {1, 2}
    with create_engine(version_url(url, version), poolclass=NullPool).connect() as connection:
        assert connection.execute(select(func.count()).select_from(metadata.tables["order"])).scalar() == (
            24 if version == 1 else 24 * 1024
        )
    (tmp_path / "next").mkdir()
    publish(url, tmp_path / "next", version + 1)
    assert rows_of(url) == expected_rows(24, version + 1)


def publish_again(url: str, folder: Path) -> None:
    with load_lock(url), duckdb.connect(str(folder / "staging-2.duckdb")) as connection:
        open_published(connection, url)
        build(connection, folder, url, 2)
        switch(url, 2)


def test_dead_loads_leave_no_files(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    for version, moment in ((1, "_silent"), (1, "stored"), (1, None), (2, "flush"), (2, None)):
        folder = tmp_path / f"{version}-{moment}"
        folder.mkdir()
        url = f"sqlite:///{shop}/shop.sqlite"
        if moment:
            assert in_another_process(publish, url, folder, version, die=moment) == "killed"
        else:
            publish(url, folder, version)
    names = {path.name for path in shop.iterdir()}
    assert names == {"shop.sqlite", "shop.sqlite.lock", "shop.v1.sqlite", "shop.v2.sqlite"}

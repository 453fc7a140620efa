"""What a load hands over is what readers get, on every engine, version after version."""

from pathlib import Path

import duckdb
import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import NullPool

from api.models.warehouse import metadata
from api.models.warehouse.versions import published_version, version_url
from data import migrations
from data.loading.errors import LoadError
from data.loading.publishing import build, load_lock, open_published, switch, upgrade, verify
from data.loading.publishing.target import target_of
from tests.data.publishing.staging import expected_rows, publish, rows_of, staged


def test_readers_get_every_value_as_it_was_handed_over(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1)
    assert rows_of(warehouse_url) == expected_rows()


def test_the_next_load_gets_every_published_value_back(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1)
    with duckdb.connect(str(tmp_path / "next.duckdb")) as connection:
        assert open_published(connection, warehouse_url) == 1
        for table in metadata.sorted_tables:
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            rows = connection.execute(f'SELECT {columns} FROM published."{table.name}"').fetchall()
            assert sorted(rows, key=repr) == expected_rows()[table.name]


def test_nothing_is_published_before_the_first_load(warehouse_url: str) -> None:
    with load_lock(warehouse_url), duckdb.connect() as connection:
        assert open_published(connection, warehouse_url) is None


def test_a_shop_may_be_empty(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1, rows=0)
    assert rows_of(warehouse_url) == expected_rows(rows=0)
    with duckdb.connect() as connection:
        assert open_published(connection, warehouse_url) == 1


def test_this_version_and_the_one_before_stay(warehouse_url: str, tmp_path: Path) -> None:
    for version in (1, 2, 3, 4):
        publish(warehouse_url, tmp_path, version, rows=version)
    assert rows_of(warehouse_url) == expected_rows(rows=4, version=4)
    assert target_of(warehouse_url).versions() == {3, 4}


def test_a_built_version_is_not_yet_seen(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1)
    with load_lock(warehouse_url), staged(tmp_path, rows=5, version=2) as connection:
        build(connection, tmp_path, warehouse_url, 2)
        assert rows_of(warehouse_url) == expected_rows()
        switch(warehouse_url, 2)
        assert rows_of(warehouse_url) == expected_rows(rows=5, version=2)


def test_a_published_version_is_not_built_again(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1)
    with staged(tmp_path, version=0) as connection, pytest.raises(ValueError, match="version 1 is published"):
        build(connection, tmp_path, warehouse_url, 1)
    assert rows_of(warehouse_url) == expected_rows()


def test_progress_counts_every_row(warehouse_url: str, tmp_path: Path) -> None:
    seen = dict.fromkeys(metadata.tables, 0)

    def count(table: str, rows: int) -> None:
        seen[table] += rows

    with load_lock(warehouse_url), staged(tmp_path) as connection:
        build(connection, tmp_path, warehouse_url, 1, count)
    assert seen == {**dict.fromkeys(metadata.tables, 24), "dataset": 1}


@pytest.mark.parametrize("damage", ['DELETE FROM "order" WHERE hour = 0', "UPDATE payment SET value = value + 1"])
def test_what_does_not_arrive_whole_is_refused(
    warehouse_url: str, tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(warehouse_url, tmp_path, 1)
    with load_lock(warehouse_url), staged(tmp_path, version=2) as connection:
        tally = verify.staged
        monkeypatch.setattr(verify, "staged", lambda staging: staging.execute(damage) and tally(staging))
        with pytest.raises(LoadError, match=r"^(order|payment) did not arrive whole: .* nothing was published\.$"):
            build(connection, tmp_path, warehouse_url, 2)
    assert rows_of(warehouse_url) == expected_rows()
    assert target_of(warehouse_url).versions() == {1}
    monkeypatch.undo()
    (tmp_path / "staging-2.duckdb").unlink()
    publish(warehouse_url, tmp_path, 2)


def test_columnar_files_are_sorted(tmp_path: Path) -> None:
    url = f"duckdb:///{tmp_path}/shop.duckdb"
    publish(url, tmp_path, 1)
    with duckdb.connect(str(tmp_path / "shop.duckdb"), read_only=True) as connection:
        days = connection.execute('SELECT day FROM "order" ORDER BY rowid').fetchall()
    assert days == sorted(days)
    assert len(set(days)) == 4


def test_row_stores_have_their_indexes(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1)
    with create_engine(version_url(warehouse_url, 1), poolclass=NullPool).connect() as connection:
        names = {index["name"] for index in inspect(connection).get_indexes("payment")}
    row_store = warehouse_url.startswith(("sqlite", "postgresql"))
    assert names == ({"ix_payment_order_key", "ix_payment_day"} if row_store else set())


def test_an_old_schema_is_upgraded_and_its_rows_stay(warehouse_url: str, tmp_path: Path) -> None:
    publish(warehouse_url, tmp_path, 1)
    with create_engine(version_url(warehouse_url, 1), poolclass=NullPool).begin() as connection:
        migrations.downgrade(connection, "warehouse", "0001")
    upgrade(warehouse_url)
    now, before = rows_of(warehouse_url), expected_rows()
    assert now["order"] == []
    assert now["customer"] == before["customer"]
    assert now["dataset"][0][0] == published_version(warehouse_url)
    upgrade(warehouse_url)
    assert rows_of(warehouse_url) == now


def test_upgrading_before_the_first_load_does_nothing(warehouse_url: str) -> None:
    upgrade(warehouse_url)
    assert published_version(warehouse_url) is None


def test_a_file_of_its_own_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "shop.duckdb").write_text("a year of work")
    with pytest.raises(LoadError, match="is a file of its own"), load_lock(f"duckdb:///{tmp_path}/shop.duckdb"):
        pass
    assert (tmp_path / "shop.duckdb").read_text() == "a year of work"

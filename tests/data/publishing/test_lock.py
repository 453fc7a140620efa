"""One load at a time."""

import os
import socket

import duckdb
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from data.loading.errors import LoadRunning
from data.loading.publishing import load_lock
from tests.data.publishing.dying import in_another_process


def test_a_second_load_is_refused(warehouse_url: str) -> None:
    with (
        load_lock(warehouse_url),
        pytest.raises(LoadRunning, match=r"^Another load .*is running.*wait until it is done\.$"),
        load_lock(warehouse_url),
    ):
        pass


def test_a_finished_load_gives_way(warehouse_url: str) -> None:
    for _ in range(2):
        with load_lock(warehouse_url):
            pass


def test_a_failed_load_gives_way(warehouse_url: str) -> None:
    with pytest.raises(ZeroDivisionError), load_lock(warehouse_url):
        raise ZeroDivisionError
    with load_lock(warehouse_url):
        pass


def test_a_lock_leaves_the_errors_of_its_load_alone(warehouse_url: str) -> None:
    with pytest.raises(duckdb.ParserException), load_lock(warehouse_url), duckdb.connect() as connection:
        connection.execute("SELEC 1")


@pytest.mark.never("clickhouse", "its embedded engine serves one process")
def test_a_dead_load_gives_way(warehouse_url: str) -> None:
    assert in_another_process(hold_and_die, warehouse_url, die="last_breath") == "killed"
    with load_lock(warehouse_url):
        pass


def hold_and_die(url: str) -> None:
    with load_lock(url):
        last_breath()


def last_breath() -> None:
    """Where the process dies."""


def test_on_clickhouse_a_dead_process_of_this_machine_gives_way(clickhouse_url: str) -> None:
    _enter(clickhouse_url, socket.gethostname(), in_another_process(os.getpid), "now64(3)")
    with load_lock(clickhouse_url):
        pass


def test_on_clickhouse_another_machine_counts_while_it_shows_life(clickhouse_url: str) -> None:
    _enter(clickhouse_url, "elsewhere", 1, "now64(3) - INTERVAL 50 SECOND")
    with pytest.raises(LoadRunning, match="running on elsewhere"), load_lock(clickhouse_url):
        pass


def test_on_clickhouse_another_machine_gives_way_a_minute_after_its_last_sign(clickhouse_url: str) -> None:
    _enter(clickhouse_url, "elsewhere", 1, "now64(3) - INTERVAL 70 SECOND")
    with load_lock(clickhouse_url):
        pass


def _enter(url: str, host: str, process: int, beat: str) -> None:
    with load_lock(url):
        pass
    with create_engine(url, poolclass=NullPool).connect() as connection:
        insert = f"INSERT INTO load_lock (id, host, process, beat) SELECT 'other', :host, :process, {beat}"
        connection.execute(text(insert), {"host": host, "process": process})

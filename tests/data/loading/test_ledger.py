"""The ledger keeps every load, also those that failed, and shows them to people and programs."""

import json
import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.models.app import Load
from data.loading import publishing
from data.loading.errors import LoadError
from data.loading.ledger import Ledger
from data.loading.load import load
from data.loading.report import LoadReport
from data.loading.staging import Limits
from tests.data.loading.conftest import Shop

ORDERS = "order_id,ordered_at,total\nO1,2024-01-01 10:00,12\nO2,2024-01-02 11:00,10\nO3,2024-01-03 12:00,\n"
ITEMS = "order_id,sku,quantity,unit_price\nO1,A,1,10\n" + "O2,A,1,0.5\n" * 20 + "O2,A,0,1\n"


def test_a_ledger_that_does_not_exist_yet_is_empty(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    assert shop.command("ledger") == 0
    assert capsys.readouterr().out == "No load yet.\n"


def test_it_shows_people_where_the_rows_went(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shop.deliver(orders=ORDERS, order_items=ITEMS)
    assert shop.command("load", "canonical", str(folder)) == 0
    assert capsys.readouterr().out.startswith("Published version 1 of canonical: 3 new orders; 1 rows rejected (")
    shop.command("ledger")
    head, *lines = capsys.readouterr().out.splitlines()
    assert "  canonical  published version 1, " in head
    assert head.endswith(str(folder))
    assert lines == [
        "  orders: 3 new, 0 changed, 0 unchanged",
        "  orders.csv",
        "               3 read",
        "               3 kept (orders)",
        "               1 noted by no_lines (orders)",
        "               1 noted by total_differs_from_lines (orders)",
        "  order_items.csv",
        "              22 read",
        "              21 kept (order_items)",
        "               1 rejected by quantity_out_of_range (order_items)",
        "  units of all lines: 21 in the files, agrees",
        "  stated order totals, against their lines: 22 in the files, loaded 20",
    ]


def test_it_gives_programs_everything(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    shop.command("ledger", "--json")
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["status"], entry["source"], entry["version"]) == ("published", "canonical", 1)
    assert entry["files"] == ["orders.csv", "order_items.csv"]
    assert entry["load_id"] == shop.value("SELECT load_id FROM dataset")
    assert {"file": "orders.csv", "table": "", "outcome": "read", "rule": "", "rows": 3} in entry["counts"]
    assert datetime.fromisoformat(entry["started_at"]).tzinfo == UTC
    assert entry["seconds"] > 0
    assert entry["control_totals"][0] == {
        "name": "units of all lines",
        "expected": "21",
        "found": "21",
        "agrees": True,
    }


def test_a_refused_load_is_in_it(shop: Shop) -> None:
    with pytest.raises(Exception, match="ordered_at"):
        shop.load(shop.deliver(orders="order_id\nO1\n"))
    (entry,) = shop.ledger()
    assert (entry.status, entry.version) == ("refused", None)
    assert entry.message == "orders.csv, line 1: the column ordered_at is missing."


def test_counts_of_a_refused_load_are_in_it(shop: Shop) -> None:
    with pytest.raises(Exception, match="tolerated"):
        shop.load(shop.deliver(orders="order_id,ordered_at\nO1,then\nO2,2024-01-01\n"))
    (entry,) = shop.ledger()
    counts = [(c.outcome, c.rule, c.rows) for c in entry.counts]
    assert counts == [("read", "", 2), ("kept", "", 1), ("rejected", "unreadable_ordered_at", 1)]


def test_a_load_without_room_failed(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "build", no_room)
    with pytest.raises(Exception, match="what was published stays as it was"):
        shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    assert [(entry.status, entry.version) for entry in shop.ledger()] == [("failed", None)]
    assert shop.version is None


def test_an_interrupted_load_failed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "build", interrupt)
    assert shop.command("load", "canonical", str(shop.deliver(orders=ORDERS, order_items=ITEMS))) == 130
    assert capsys.readouterr().err == "Interrupted; what was published stays as it was.\n"
    assert [(entry.status, entry.message) for entry in shop.ledger()] == [("failed", "KeyboardInterrupt")]


def _die_while_publishing(shop: Shop, folder: Path) -> None:
    publishing.build = lambda *_: os._exit(9)
    shop.load(folder)


def test_a_killed_load_is_found_out_by_the_next(shop: Shop) -> None:
    folder = shop.deliver(orders=ORDERS, order_items=ITEMS)
    process = multiprocessing.get_context("spawn").Process(target=_die_while_publishing, args=(shop, folder))
    process.start()
    process.join()
    assert process.exitcode == 9
    assert [entry.status for entry in shop.ledger()] == ["running"]
    shop.load(folder)
    assert [(entry.status, entry.message) for entry in shop.ledger()] == [
        ("published", ""),
        ("failed", "The load died before it could say how it ended."),
    ]


def test_a_second_load_at_the_same_time_is_turned_away(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shop.deliver(orders=ORDERS, order_items=ITEMS)
    with publishing.load_lock(shop.warehouse_url):
        assert shop.command("load", "canonical", str(folder)) == 2
    assert "Another load of" in capsys.readouterr().err
    assert [entry.status for entry in shop.ledger()] == ["refused"]


def test_passwords_stay_out_of_it(shop: Shop) -> None:
    with pytest.raises(Exception, match="No server answers"):
        load(
            "canonical",
            shop.deliver(orders=ORDERS, order_items=ITEMS),
            warehouse_url="postgresql+psycopg://me:secret@127.0.0.1:1/none",
            database_url=shop.database_url,
        )
    (entry,) = shop.ledger()
    assert entry.warehouse == "postgresql+psycopg://me:***@127.0.0.1:1/none"
    assert "secret" not in entry.message


def test_it_lives_in_any_application_database(database_url: str) -> None:
    report = LoadReport("a" * 32, "canonical", "here", "duckdb:///x", datetime(2024, 1, 1))
    ledger = Ledger(database_url)
    ledger.start(report)
    report.status, report.version = "published", 3
    ledger.finish(report)
    found: list[Load] = Ledger(database_url).last(5)
    assert [(entry.status, entry.version, entry.started_at) for entry in found] == [
        ("published", 3, datetime(2024, 1, 1))
    ]


def test_a_load_without_memory_says_what_to_do(shop: Shop) -> None:
    lines = "".join(f"O1,SKU{number},1,1\n" for number in range(60_000))
    folder = shop.deliver(orders=ORDERS, order_items=f"order_id,sku,quantity,unit_price\n{lines}")
    with pytest.raises(LoadError, match="ran out of memory: raise WAREHOUSE_MEMORY"):
        load(
            "canonical",
            folder,
            warehouse_url=shop.warehouse_url,
            database_url=shop.database_url,
            limits=Limits(memory="4MB", threads=1),
        )
    assert shop.ledger()[0].status == "failed"

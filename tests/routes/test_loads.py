"""The ledger of loads over HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_api
from api.config import load_config
from data.loading import rejections
from data.loading.errors import LoadError
from data.loading.ledger import LOADS_WITH_ROWS
from data.loading.load import load

ORDERS = "order_id,ordered_at,total\nO1,2024-01-01 10:00,12\nO2,2024-01-02 11:00,10\n"
ITEMS = "order_id,sku,quantity,unit_price\nO1,A,1,10\n" + "O2,A,1,0.5\n" * 20 + "O2,A,0,1\n"

Load = Callable[..., str | None]


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> dict[str, str]:
    return {"WAREHOUSE_URL": f"duckdb:///{tmp_path}/warehouse.duckdb", "DATABASE_URL": database_url}


@pytest.fixture
def client(settings: dict[str, str]) -> FlaskClient:
    return create_api(load_config(settings)).test_client()


@pytest.fixture
def deliver(tmp_path: Path, settings: dict[str, str]) -> Load:
    """Load a folder with these files; the id of the load, or nothing where it was refused."""

    def run(**files: str) -> str | None:
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text)
        warehouse, database = settings["WAREHOUSE_URL"], settings["DATABASE_URL"]
        try:
            return load("canonical", tmp_path, warehouse_url=warehouse, database_url=database).load_id
        except LoadError:
            return None

    return run


def ask(client: FlaskClient, url: str) -> Any:
    reply = client.get(url)
    assert reply.status_code == 200, reply.json
    return reply.json


def test_before_the_first_load_there_are_none(client: FlaskClient, tmp_path: Path) -> None:
    assert ask(client, "/api/loads") == {"loads": []}
    nowhere = create_api(load_config({"DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite"})).test_client()
    assert ask(nowhere, "/api/loads") == {"loads": []}
    assert not (tmp_path / "none.sqlite").exists()


def test_a_load_says_where_its_rows_went(client: FlaskClient, deliver: Load) -> None:
    load_id = deliver(orders=ORDERS, order_items=ITEMS)
    (entry,) = ask(client, "/api/loads")["loads"]
    assert (entry["load_id"], entry["source"], entry["status"], entry["version"]) == (
        load_id,
        "canonical",
        "published",
        1,
    )
    assert entry["files"] == [
        {"file": "orders.csv", "rows": 2, "kept": 2, "repaired": 0, "returned": 0, "rejected": 0},
        {"file": "order_items.csv", "rows": 22, "kept": 21, "repaired": 0, "returned": 0, "rejected": 1},
    ]
    assert [(t["table"], t["rows"], t["rejected"]) for t in entry["tables"]] == [
        ("orders", 2, 0),
        ("order_items", 22, 1),
    ]
    rejected = {"file": "order_items.csv", "table": "order_items", "outcome": "rejected"}
    assert {**rejected, "rule": "quantity_out_of_range", "rows": 1} in entry["counts"]
    assert entry["orders"] == {"new": 2, "changed": 0, "unchanged": 0}
    totals = [(t["name"], t["expected"], t["found"], t["agrees"]) for t in entry["control_totals"]]
    assert ("units of all lines", "21", "21", True) in totals
    assert datetime.fromisoformat(entry["started_at"]).tzinfo == UTC
    assert ask(client, f"/api/loads/{load_id}") == entry


def test_loads_come_newest_first_a_page_at_a_time(client: FlaskClient, deliver: Load) -> None:
    first = deliver(orders=ORDERS, order_items=ITEMS)
    second = deliver(orders=ORDERS, order_items=ITEMS)
    listed = [entry["load_id"] for entry in ask(client, "/api/loads")["loads"]]
    assert listed == [second, first]
    assert [entry["load_id"] for entry in ask(client, "/api/loads?limit=1&offset=1")["loads"]] == [first]


def test_rejected_rows_are_there_as_they_were_read(client: FlaskClient, deliver: Load) -> None:
    load_id = deliver(orders=ORDERS, order_items=ITEMS)
    body = ask(client, f"/api/loads/{load_id}/rejected")
    assert body["rules"] == [{"table": "order_items", "rule": "quantity_out_of_range", "rows": 1, "stored": 1}]
    (row,) = body["rows"]
    assert (row["file"], row["record"], row["table"]) == ("order_items.csv", 22, "order_items")
    assert (row["content"]["sku"], row["content"]["quantity"]) == ("A", "0")


def test_rows_of_a_refused_load_are_there_too(client: FlaskClient, deliver: Load) -> None:
    assert deliver(orders="order_id,ordered_at\nO1,then\nO2,2024-01-01\n") is None
    (entry,) = ask(client, "/api/loads")["loads"]
    assert (entry["status"], entry["version"]) == ("refused", None)
    assert "tolerated" in entry["message"]
    (row,) = ask(client, f"/api/loads/{entry['load_id']}/rejected?rule=unreadable_ordered_at&table=orders")["rows"]
    assert row["content"]["ordered_at"] == "then"
    assert ask(client, f"/api/loads/{entry['load_id']}/rejected?rule=another")["rows"] == []


def test_rejected_rows_come_a_page_at_a_time_and_no_rule_floods_it(
    client: FlaskClient, deliver: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rejections, "MOST_OF_A_RULE", 3)
    bad = "".join(f"O1,A,0,{n}\n" for n in range(5))
    load_id = deliver(orders=ORDERS, order_items=ITEMS.replace("O2,A,0,1\n", "") + bad + "O1,A,1,1\n" * 400)
    body = ask(client, f"/api/loads/{load_id}/rejected?limit=2&offset=1")
    assert [row["record"] for row in body["rows"]] == [23, 24]
    assert body["rules"] == [{"table": "order_items", "rule": "quantity_out_of_range", "rows": 5, "stored": 3}]


def test_only_the_last_loads_keep_their_rows(
    client: FlaskClient, deliver: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.loading.ledger.LOADS_WITH_ROWS", 2)
    ids = [deliver(orders=ORDERS, order_items=ITEMS) for _ in range(3)]
    assert [len(ask(client, f"/api/loads/{load_id}/rejected")["rows"]) for load_id in ids] == [0, 1, 1]
    assert len(ask(client, "/api/loads")["loads"]) == 3 < LOADS_WITH_ROWS


@pytest.mark.parametrize("url", ["/api/loads/none", "/api/loads/none/rejected"])
def test_a_load_that_is_not_there(client: FlaskClient, url: str) -> None:
    reply: Any = client.get(url)
    assert (reply.status_code, reply.json["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "given", ["limit=0", "limit=x", "offset=-1", "offset=99999999999999999999", "limit=1&limit=2", "nonsense=1"]
)
def test_a_wrong_parameter_is_named(client: FlaskClient, given: str) -> None:
    for url in ("/api/loads", "/api/loads/none/rejected"):
        reply: Any = client.get(f"{url}?{given}")
        assert reply.status_code == 422
        assert reply.json["details"][0]["parameter"] == given.partition("=")[0]

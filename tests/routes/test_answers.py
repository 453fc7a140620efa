"""What every answer carries, and how it is kept."""

import csv
import io
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import event

from api import create_api
from api.config import load_config
from api.services.capabilities import COMES_FROM, NEEDS
from data.loading.canonical import TABLES
from tests.world import Shop


def test_before_the_first_load_it_says_what_to_do(tmp_path: Path) -> None:
    app = create_api(load_config({"WAREHOUSE_URL": f"duckdb:///{tmp_path}/none.duckdb"}))
    reply = app.test_client().get("/api/kpis")
    assert (reply.status_code, reply.json["code"]) == (503, "no_data")  # type: ignore[index]
    assert app.test_client().get("/api/health").status_code == 503


def test_an_answer_says_what_it_is(shop: Shop) -> None:
    body = shop.sell("2024-01-01", 1, store="S1").get("/api/stores/sales?store=S1").body
    assert (body["analysis"], body["as_of"], body["currency"]) == ("stores/sales", "2024-01-01", "USD")
    assert body["params"] == {"store": ["S1"]}
    assert isinstance(body["version"], int)


def test_new_data_answers_after_a_publish(shop: Shop) -> None:
    shop.sell("2024-01-01", 1)
    assert shop.get("/api/kpis").figure("revenue") == 1
    assert shop.sell("2024-01-02", 2).get("/api/kpis").figure("revenue") == 3


def test_an_unchanged_answer_costs_nothing(shop: Shop) -> None:
    tag = shop.sell("2024-01-01", 1).get("/api/kpis").response.headers["ETag"]
    assert shop._app
    again = shop._app.test_client().get("/api/kpis", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_what_several_ask_at_once_is_computed_once(shop: Shop) -> None:
    shop.sell("2024-01-01", 1).get("/api/health")
    assert shop._app
    ran: list[str] = []

    def note(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        ran.append(sql)
        time.sleep(0.2)  # long enough for the others to arrive

    event.listen(shop._app.extensions["answers"].warehouse.snapshot().engine, "before_cursor_execute", note)
    with ThreadPoolExecutor(4) as threads:
        replies = list(threads.map(shop.get, ["/api/orders/outliers?limit=7"] * 4))
    assert [reply.status for reply in replies] == [200] * 4
    assert len(ran) == len(set(ran)) == 1


def test_text_never_runs_as_a_formula_and_numbers_stay_numbers(shop: Shop) -> None:
    shop.product("P1", name='=HYPERLINK("x")').sell("2024-01-01", 12.5)
    rows = list(csv.DictReader(io.StringIO(shop.get("/api/products/top?format=csv").response.data.decode())))
    assert (rows[0]["name"], rows[0]["revenue"]) == ('\'=HYPERLINK("x")', "12.5")
    file = io.BytesIO(shop.get("/api/products/top?format=xlsx").response.data)
    sheet = openpyxl.load_workbook(file).worksheets[0]
    name, revenue = sheet["B2"], sheet["F2"]
    assert (name.data_type, revenue.data_type, revenue.value) == ("s", "n", 12.5)


def test_health_names_engine_version_and_age(shop: Shop) -> None:
    body = shop.sell("2024-01-01", 1).get("/api/health").body
    assert body["status"] == "ok"
    assert body["engine"] in ("duckdb", "sqlite", "postgresql", "clickhousedb")
    assert body["age_seconds"] >= 0
    assert "orders" in body["capabilities"]


def test_the_data_set_says_what_it_holds_and_where_the_rest_would_come_from(shop: Shop) -> None:
    holdings = {h["name"]: h for h in shop.sell("2024-01-01", 1).get("/api/dataset").body["holdings"]}
    assert set(holdings) == set(NEEDS) == set(COMES_FROM)
    assert holdings["orders"]["held"]
    assert holdings["sizes"] == {
        "name": "sizes",
        "words": "product sizes",
        "comes_from": "size of products",
        "held": False,
    }


@pytest.mark.parametrize("place", COMES_FROM.values())
def test_what_holdings_come_from_is_in_the_canonical_layout(place: str) -> None:
    known = {table.name for table in TABLES.values()} | {f.name for table in TABLES.values() for f in table.fields}
    plain = {"and", "of", "or", "with", "a", "time", "day"}
    assert set(re.findall(r"\w+", place)) - plain <= known

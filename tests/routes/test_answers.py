"""What every answer carries, and how it is kept."""

import csv
import io
from pathlib import Path

import openpyxl

from api import create_api
from api.config import load_config
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


def test_text_never_runs_as_a_formula_and_numbers_stay_numbers(shop: Shop) -> None:
    shop.product("P1", name='=HYPERLINK("x")').sell("2024-01-01", 12.5)
    rows = list(csv.DictReader(io.StringIO(shop.get("/api/products/top?format=csv").response.data.decode())))
    assert (rows[0]["name"], rows[0]["revenue"]) == ('\'=HYPERLINK("x")', "12.5")
    file = io.BytesIO(shop.get("/api/products/top?format=xlsx").response.data)
    sheet = openpyxl.load_workbook(file).worksheets[0]
    name, revenue = sheet["B2"], sheet["E2"]
    assert (name.data_type, revenue.data_type, revenue.value) == ("s", "n", 12.5)


def test_health_names_engine_version_and_age(shop: Shop) -> None:
    body = shop.sell("2024-01-01", 1).get("/api/health").body
    assert body["status"] == "ok"
    assert body["engine"] in ("duckdb", "sqlite", "postgresql", "clickhousedb")
    assert body["age_seconds"] >= 0
    assert "orders" in body["capabilities"]

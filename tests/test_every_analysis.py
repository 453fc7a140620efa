"""What holds for every analysis, tested over the registry."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest

import api.routes  # noqa: F401 - fills the registry
from api.routes.expose import EXPOSED
from api.services.analysis import REGISTRY
from tests import engines
from tests.world import Shop

URLS = {exposed.analysis.name: exposed.url for exposed in EXPOSED if not exposed.is_alias}
NEEDED = {
    "members": "dimension=store",
    "geo/white_spot": "min_customers=1&radius_km=1",
    "geo/low_penetration": "min_population=20000",
    "geo/site": "latitude=34.5&longitude=-120.45",
}
NEEDS_HISTORY = {"trends/warning"}  # years of it; its own tests have it
FIRST_ANSWERS: dict[str, list[dict[str, Any]]] = {}


@pytest.fixture(scope="module", params=engines.all_engines())
def busy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A shop that has something of everything, once per engine."""
    home = tmp_path_factory.mktemp("busy")
    with engines.namespace(request.param, home, request.getfixturevalue) as url:
        shop = _busy(Shop(home, url))
        yield shop
        shop.close()


def _busy(shop: Shop) -> Shop:
    shop.store("S1", latitude=34.6, longitude=-120.4).store("S2", "NV", "Reno", latitude=39.5, longitude=-119.8)
    shop.product("P1", size="Small", launched_on="2023-01-01").product("P2", "Vegan", 12.5, name="=1+1")
    for n in range(40):
        at = f"2024-{n % 12 + 1:02d}-{n % 28 + 1:02d} {n % 24:02d}:00:00"
        where: dict[str, Any] = {"latitude": 34.5 + n / 200, "longitude": -120.45}
        shop.customer(f"C{n % 9}", **where).sell(
            at, 10 + n, customer=f"C{n % 9}", store=f"S{n % 2 + 1}", sku=f"P{n % 2 + 1}", channel="web"
        )
    for n in range(5):
        for sku in ("P1", "P2"):
            shop.sell(f"2024-06-1{n} 10:00:00", 100 * n, f"B{n}", customer="C1", store="S1", sku=sku, channel="web")
    return shop.give_back("2024-05-05", 3, order="O1")


def test_every_analysis_is_exposed() -> None:
    assert set(URLS) == set(REGISTRY)


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_words(name: str) -> None:
    analysis = REGISTRY[name]
    assert analysis.title.endswith("?")
    assert analysis.explanation
    assert all(column.description.endswith(".") for column in analysis.columns)
    assert all(field.description for field in analysis.params.model_fields.values())


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_declared_columns_are_those_of_json_csv_and_xlsx(busy: Shop, name: str) -> None:
    declared = [column.name for column in REGISTRY[name].columns]
    url = f"{URLS[name]}?{NEEDED.get(name, '')}"
    body = busy.get(url).body
    assert [column["name"] for column in body["columns"]] == declared
    assert bool(body["rows"]) is (name not in NEEDS_HISTORY)
    assert all(list(row) == declared for row in body["rows"])
    text = busy.get(f"{url}&format=csv").response.data.decode()
    assert next(csv.reader(io.StringIO(text))) == declared
    assert len(list(csv.reader(io.StringIO(text)))) == len(body["rows"]) + 1
    sheet = openpyxl.load_workbook(io.BytesIO(busy.get(f"{url}&format=xlsx").response.data)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == declared
    assert sheet.max_row == len(body["rows"]) + 1


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_engine_gives_the_same_answer(busy: Shop, name: str) -> None:
    body = busy.get(f"{URLS[name]}?{NEEDED.get(name, '')}").body
    first = FIRST_ANSWERS.setdefault(name, body["rows"])
    assert len(body["rows"]) == len(first)
    for row, expected in zip(body["rows"], first, strict=True):
        assert row == {name: _about(value) for name, value in expected.items()}


def _about(value: Any) -> Any:
    return pytest.approx(value, rel=1e-9, abs=1e-9) if isinstance(value, float) else value


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_the_sql_of_its_receipt_runs_by_hand(busy: Shop, name: str) -> None:
    url = f"{URLS[name]}?{NEEDED.get(name, '')}"
    body = busy.get(f"{url}&receipt=true").body
    receipt = body.pop("receipt")
    assert body == busy.get(url).body
    assert receipt["statements"] or "unavailable" in body["summary"]
    assert receipt["rows_answered"] == len(body["rows"])
    assert [column["name"] for column in receipt["columns"]] == [column["name"] for column in body["columns"]]
    for statement in receipt["statements"]:
        assert len(busy.by_hand(statement["sql"])) == statement["rows_returned"]
    assert busy.get(receipt["url"]).body["rows"] == body["rows"]


FILTERS = (
    "start=2024-02-01&end=2024-06-30",
    "country=US",
    "state=CA",
    "city=Reno",
    "store=S1",
    "category=Vegan",
    "channel=web",
    "sku=P1",
    "customer=C1",
    "store=S1&store=S2&category=Classic&state=NV&end=2024-12-31",
)


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_filter_is_understood(busy: Shop, name: str) -> None:
    for given in FILTERS:
        assert busy.get(f"{URLS[name]}?{given}&{NEEDED.get(name, '')}").status == 200, given


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_a_wrong_parameter_is_named(busy: Shop, name: str) -> None:
    reply = busy.get(f"{URLS[name]}?start=yesterday&{NEEDED.get(name, '')}&nonsense=1")
    assert reply.status == 422
    assert {detail["parameter"] for detail in reply.body["details"]} == {"start", "nonsense"}
    assert set(reply.body) == {"code", "message", "details"}

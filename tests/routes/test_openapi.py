"""The API's description."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from api import create_api
from api.config import load_config
from api.routes.expose import EXPOSED


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_api(load_config({"WAREHOUSE_URL": f"duckdb:///{tmp_path}/none.duckdb"})).test_client()


def test_it_is_valid_and_complete(client: FlaskClient) -> None:
    spec = client.get("/api/openapi.json").get_json()
    validate(spec)
    assert spec["openapi"].startswith("3.1")
    assert {exposed.url for exposed in EXPOSED} <= set(spec["paths"])
    assert {"/api/loads", "/api/loads/{load_id}", "/api/loads/{load_id}/rejected"} <= set(spec["paths"])


@pytest.mark.parametrize("exposed", EXPOSED, ids=lambda exposed: exposed.url)
def test_every_parameter_and_column_is_described(client: FlaskClient, exposed: object) -> None:
    spec = client.get("/api/openapi.json").get_json()
    operation = spec["paths"][exposed.url]["get"]  # type: ignore[attr-defined]
    assert all(parameter["description"] for parameter in operation["parameters"])
    name = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    row = spec["components"]["schemas"][name]["properties"]["rows"]["items"]["properties"]
    assert all(cell["description"] and cell["examples"] for cell in row.values())


@pytest.mark.parametrize("page", ["/api/docs", "/api/redoc"])
def test_the_viewers_ask_nobody_else(client: FlaskClient, page: str) -> None:
    text = client.get(page).get_data(as_text=True)
    assert "http" not in text
    script = text.partition('<script src="')[2].partition('"')[0]
    with client.get(f"/api/{script}") as reply:
        assert reply.status_code == 200

"""The only door to data."""

from pathlib import Path

import httpx
import pytest
from flask import Flask, Response

from api import create_api
from api.config import load_config
from dash_app.answers import ApiError
from dash_app.api_client import ApiClient


def test_answers_carry_their_declaration(client: ApiClient) -> None:
    result = client.fetch("stores/sales", [("state", "CA")])
    assert [(row["store"], row["revenue"]) for row in result.rows] == [("S1", 120), ("S2", 50)]
    assert {column.name: column.unit for column in result.columns}["revenue"] == "money"
    assert (result.currency, result.version) == ("USD", 1)


def test_a_filter_given_twice_means_any(client: ApiClient) -> None:
    rows = client.fetch("stores/sales", [("state", "CA"), ("state", "NV")]).rows
    assert [row["store"] for row in rows] == ["S1", "S2", "S3"]


def test_refusals_keep_their_reasons(client: ApiClient) -> None:
    with pytest.raises(ApiError) as refusal:
        client.fetch("kpis", [("start", "soon")])
    assert refusal.value.code == "wrong_parameters"
    assert refusal.value.details[0]["parameter"] == "start"


def test_what_the_data_lacks_is_said(client: ApiClient) -> None:
    assert "channel" in client.fetch("kpis", [("channel", "delivery")]).unavailable


def test_every_analysis_is_explained(client: ApiClient) -> None:
    explained = client.catalogue()["orders/trend"]
    assert explained.title.endswith("?")
    assert explained.explanation
    assert all(column.description for column in explained.columns)


def test_members_are_called_by_name(client: ApiClient) -> None:
    assert client.label("state", "CA") == "California"
    assert client.label("state", "XX") == "XX"


def test_facts_are_kept_for_a_moment_but_not_once_they_are_known_to_be_old(client: ApiClient) -> None:
    asked: list[str] = []
    fresh = ApiClient(client._http)
    hooks = client._http.event_hooks
    client._http.event_hooks = {"request": [lambda request: asked.append(request.url.path)], "response": []}
    assert fresh.dataset() == fresh.dataset()
    assert asked == ["/api/dataset"]
    fresh.dataset(at_least=2)
    client._http.event_hooks = hooks
    assert asked == ["/api/dataset"] * 2


def test_no_data_yet_is_an_error_with_advice(tmp_path: Path) -> None:
    api = create_api(load_config({"WAREHOUSE_URL": f"duckdb:///{tmp_path}/none.duckdb"}))
    with pytest.raises(ApiError, match="python -m data load") as error:
        ApiClient.in_process(api).dataset()
    assert error.value.code == "no_data"


def test_an_api_that_is_away_is_an_error_with_advice() -> None:
    with pytest.raises(ApiError, match="does not answer"):
        ApiClient.over_http("http://127.0.0.1:9").fetch("kpis")


def test_something_else_at_the_address_is_an_error_with_advice() -> None:
    other = Flask("other")
    other.add_url_rule("/api/kpis", view_func=lambda: Response("<html>", mimetype="text/html"))
    with pytest.raises(ApiError, match="API_URL"):
        ApiClient(httpx.Client(transport=httpx.WSGITransport(app=other), base_url="http://x")).fetch("kpis")

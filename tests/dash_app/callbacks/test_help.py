"""The help page: every question, searchable, and what each means."""

import pytest

import api.routes  # noqa: F401 - fills the registry
from api.services.analysis import REGISTRY
from api.services.units import Unit
from dash_app.api_client import ApiClient
from dash_app.callbacks.help import told
from dash_app.components.entry import UNITS
from dash_app.pages.help import HELP
from tests.dash_app.reading import having, links, parts, texts


def test_every_question_is_there_and_can_be_searched(client: ApiClient) -> None:
    entries = having(HELP.layout(client, "/help"), "entry")
    assert {texts(having(entry, "entry-name"))[0] for entry in entries} == set(REGISTRY)
    by_name = {
        texts(having(entry, "entry-name"))[0]: entry.to_plotly_json()["props"]["data-words"] for entry in entries
    }
    assert "order_value" in by_name["orders/trend"]
    assert "order value" in by_name["orders/trend"]


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_an_entry_tells_columns_units_and_parameters(client: ApiClient, name: str) -> None:
    shown = told(client, name)
    said = " ".join(texts(shown))
    analysis = REGISTRY[name]
    assert all(column.description in said for column in analysis.columns)
    assert links(shown) == [f"/api/{name}"]
    own = set(analysis.params.model_fields) - set(REGISTRY["kpis"].params.model_fields)
    codes = {text for part in parts(shown) if type(part).__name__ == "Code" for text in texts(part)}
    assert own | {column.name for column in analysis.columns} <= codes


def test_every_unit_has_a_name() -> None:
    assert set(UNITS) == {unit.value for unit in Unit}

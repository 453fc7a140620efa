"""A dashboard over a small shop, through the real API."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from api import create_api
from api.config import load_config
from dash_app.answers import ColumnInfo, Dataset, Result
from dash_app.api_client import ApiClient
from dash_app.components.card import Ask
from dash_app.reader import read_by
from dash_app.scene import Scene
from dash_app.selection import Selection
from tests.world import Shop


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Three stores in two states, four orders in December 2024, on DuckDB."""
    folder = tmp_path_factory.mktemp("chain")
    told = Shop(folder, f"duckdb:///{folder}/shop.duckdb")
    told.store("S1", "CA", "Lompoc", name="Lompoc", latitude=34.64, longitude=-120.46)
    told.store("S2", "CA", "Fresno", name="Fresno", latitude=36.74, longitude=-119.79)
    told.store("S3", "NV", "Reno", name="Reno", latitude=39.53, longitude=-119.81)
    told.customer("A", latitude=34.65, longitude=-120.45).customer("B", "NV", "Reno", latitude=39.5, longitude=-119.8)
    told.product("P1", "Classic", size="Large", launched_on="2024-01-01")
    told.product("P2", "Vegetarian", size="Small", launched_on="2023-06-01")
    told.sell("2024-12-01", 100, customer="A").sell("2024-12-10", 50, store="S2")
    told.sell("2024-12-20", 30, store="S3", customer="B", sku="P2").sell("2024-12-31", 20, customer="A")
    assert told.get("/api/health").status == 200
    told.close()
    return told


@pytest.fixture(scope="session")
def client(chain: Shop) -> Iterator[ApiClient]:
    """The client of the chain's API."""
    database = f"sqlite:///{chain.folder}/app.sqlite"
    api = create_api(load_config({"WAREHOUSE_URL": chain.warehouse_url, "DATABASE_URL": database}))
    yield ApiClient.in_process(api)
    api.extensions["answers"].warehouse.close()


@pytest.fixture
def scene(client: ApiClient) -> Callable[..., Scene]:
    """Scenes of the chain, by the query of the URL."""
    from dash_app.scene import scene_of

    return lambda search="": scene_of(client, search)


def dataset(**more: Any) -> Dataset:
    """Facts of a data set with everything of one year."""
    from datetime import date

    known = {
        "version": 1,
        "title": "Test",
        "currency": "USD",
        "first_day": date(2024, 1, 1),
        "as_of": date(2024, 12, 31),
        "age_seconds": 5,
        "capabilities": frozenset({"orders", "states", "cities", "countries", "categories", "channels", "coordinates"}),
    }
    return Dataset(**{**known, **more})


def bare_scene(search: str = "", **more: Any) -> Scene:
    """A scene without an API."""
    return Scene(Selection.read(search), dataset(**more), ("state", "city", "store"))


def placed(card: str, search: str = "", **more: Any) -> Scene:
    """A scene without an API, placed on a card."""
    from dash_app.components.card import CARDS
    from dash_app.pages import PAGES

    assert PAGES
    return CARDS[card].placed(bare_scene(search, **more))


def asked(card: str, search: str = "") -> Ask:
    """What a card asks the API."""
    from dash_app.components.card import CARDS

    return CARDS[card].ask(placed(card, search))


def result(units: dict[str, str], *rows: tuple[Any, ...], **summary: Any) -> Result:
    """An answer with columns of these units."""
    columns = tuple(ColumnInfo(name, unit, f"What {name} means.") for name, unit in units.items())
    return Result("test", "Test?", 1, "USD", columns, [dict(zip(units, row, strict=True)) for row in rows], summary)


@pytest.fixture(autouse=True)
def reader_of_the_house() -> Iterator[None]:
    """Every test begins with a reader of English, whoever read before."""
    yield
    read_by([])

"""The map and its layers."""

from collections.abc import Callable
from dataclasses import replace

import h3
import orjson
import pytest

from dash_app.api_client import ApiClient
from dash_app.components.card import Drawn
from dash_app.components.charts.maps.cells import cells
from dash_app.components.charts.maps.extent import Extent, extent_of, resolution_at
from dash_app.components.charts.stores.places import ask_layers, ask_places, places, title_of_map
from dash_app.scene import Scene, View
from tests.dash_app.conftest import bare_scene, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import texts


@pytest.fixture
def draw(client: ApiClient, scene: Callable[..., Scene]) -> Callable[[str], Drawn]:
    def drawn(search: str) -> Drawn:
        here = scene(search)
        main = client.fetch(*ask_places(here))
        more = {ask.analysis: client.fetch(*ask) for ask in ask_layers(here, main)}
        found = places(main, here.having(more))
        assert found is not None
        return found

    return drawn


def test_states_and_stores_lead_one_level_down(draw: Callable[[str], Drawn]) -> None:
    _, states, _, stores = plotted(draw("?period=all").figure).data
    assert [(place, link[0]) for place, link in zip(states.locations, states.customdata, strict=True)] == [
        ("US-CA", "?period=all&state=CA"),
        ("US-NV", "?period=all&state=NV"),
    ]
    assert [link[0] for link in stores.customdata] == ["?period=all&state=CA"] * 2 + ["?period=all&state=NV"]


def test_in_a_city_stores_lead_to_themselves(draw: Callable[[str], Drawn]) -> None:
    stores = plotted(draw("?period=all&state=CA&city=Lompoc").figure).data[-1]
    assert [link[0] for link in stores.customdata] == ["?period=all&state=CA&city=Lompoc&store=S1"]


def test_customers_are_hexagons(draw: Callable[[str], Drawn]) -> None:
    hexagons = plotted(draw("?period=all").figure).data[0]
    assert hexagons.type == "choroplethmap"
    assert len(hexagons.geojson["features"]) == 2
    assert all(len(f["geometry"]["coordinates"][0]) == 7 for f in hexagons.geojson["features"])
    assert hexagons.text[0] == "<b>1 customer</b><br>$120.00 revenue"


def test_the_legend_has_the_real_quantiles(draw: Callable[[str], Drawn]) -> None:
    assert texts(draw("?period=all").legend) == ["1 customer", "Store, by revenue"]


def test_nothing_comes_from_elsewhere(draw: Callable[[str], Drawn]) -> None:
    figure = plotted(draw("?period=all").figure)
    assert {source["data"].split("/")[1] for source in figure.layout.map.style["sources"].values()} == {"assets"}
    assert "http" not in figure.to_json()
    assert "glyphs" not in figure.layout.map.style


def test_stores_without_coordinates_are_named(client: ApiClient, scene: Callable[..., Scene]) -> None:
    here = scene("?period=all")
    main, stores = client.fetch(*ask_places(here)), client.fetch("stores")
    lost = replace(stores, rows=[{**stores.rows[0], "latitude": None, "longitude": None}, *stores.rows[1:]])
    drawn = places(main, here.having({"stores": lost}))
    assert drawn is not None
    assert texts(drawn.legend)[-1] == "1 store has no coordinates."


def test_where_nothing_can_be_drawn_there_is_no_map(client: ApiClient, scene: Callable[..., Scene]) -> None:
    nothing = replace(client.fetch("stores"), rows=[])
    assert places(nothing, scene().having({"stores": nothing})) is None


def test_a_chosen_stores_customers_may_live_anywhere() -> None:
    scene = bare_scene("?period=all&state=CA&city=Lompoc&store=S1")
    people = ask_layers(scene, result({"latitude": "degree", "longitude": "degree"}))[1]
    assert people.params[0] == ("store", "S1")
    assert not {"state", "city"} & {name for name, _ in people.params}


def test_closer_means_finer_within_what_is_seen() -> None:
    main = result({"latitude": "degree", "longitude": "degree"}, (38.0, -120.0), (39.0, -119.0))
    scene = replace(bare_scene("?period=all"), view=View("//", 11.0, "-121,37,-120,38"))
    assert ask_layers(scene, main)[1].params == [("resolution", "8"), ("bbox", "-121,37,-120,38")]


def test_a_view_of_another_place_is_forgotten() -> None:
    main = result({"latitude": "degree", "longitude": "degree"}, (30.0, -120.0), (45.0, -80.0))
    scene = replace(bare_scene("?period=all"), view=View("NV//", 11.0, "-121,37,-120,38"))
    assert ask_layers(scene, main)[1].params == [("resolution", "4")]


def test_few_customers_in_view_are_points() -> None:
    units = {"cell": "text", "customer": "text", "latitude": "degree", "longitude": "degree", "customers": "count"}
    people = result({**units, "revenue": "money"}, ("8a", "A", 38.0, -120.0, 1, 5.0), shown="customers")
    (trace,) = cells(people).traces
    assert (trace["type"], trace["text"][0]) == ("scattermap", "<b>Customer A</b><br>$5.00 revenue")


def test_resolution_stays_within_what_the_api_has() -> None:
    assert [resolution_at(zoom) for zoom in (0, 5, 6, 7.5, 9, 10.5, 12, 20)] == [4, 4, 5, 6, 7, 8, 9, 9]


def test_an_extent_needs_coordinates() -> None:
    assert extent_of([{"latitude": None, "longitude": None}]) is None
    box = extent_of([{"latitude": 10.0, "longitude": 20.0}])
    assert box is not None
    assert box.west < 20 < box.east
    assert Extent(-180, -60, 180, 60).zoom < 2


def test_before_the_first_sale_the_map_asks_another_question() -> None:
    assert title_of_map(bare_scene()) == "Where is it sold?"
    assert title_of_map(bare_scene("", capabilities=frozenset())) == "Where are stores and customers?"


def test_above_three_thousand_cells_a_figure_has_circles_and_below_a_megabyte() -> None:
    found = sorted(h3.grid_disk(h3.latlng_to_cell(38, -120, 6), 32))
    units = {"cell": "text", "customer": "text", "latitude": "degree", "longitude": "degree", "customers": "count"}
    rows = [(cell, "", *h3.cell_to_latlng(cell), 1 + i % 90, 12345.67) for i, cell in enumerate(found)]
    for count, kind in ((3000, "choroplethmap"), (3001, "scattermap")):
        (trace,) = cells(result({**units, "revenue": "money"}, *rows[:count])).traces
        assert trace["type"] == kind
        assert len(orjson.dumps(trace)) < 1_000_000

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
from dash_app.components.charts.template import SCALE
from dash_app.scene import Scene, View
from tests.dash_app.components.charts.test_customers import HOMES
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
    figure = plotted(draw("?period=all").figure)
    (hexagons,) = figure.layout.map.layers
    assert (hexagons.type, hexagons.below) == ("fill", "traces")
    assert [len(ring) for (ring,) in hexagons.source["geometry"]["coordinates"]] == [7, 7]
    tips = figure.layout.meta["tips"]
    assert (tips["names"][0], tips["text"][0]) == ("1 customer", "$120.00 revenue")
    assert (len(tips["lat"]), len(tips["lon"])) == (2, 2)


def test_each_class_is_a_layer_of_its_own() -> None:
    found = sorted(h3.grid_disk(h3.latlng_to_cell(38, -120, 6), 3))
    people = result(HOMES, *((cell, "", *h3.cell_to_latlng(cell), 1 + i, 10.0) for i, cell in enumerate(found)))
    grounds = cells(people).grounds
    rings = [ring for ground in grounds for (ring,) in ground["source"]["geometry"]["coordinates"]]
    assert [len(ground["source"]["geometry"]["coordinates"]) for ground in grounds] == [7, 7, 7, 8, 8]
    assert [ground["color"] for ground in grounds] == list(SCALE)
    boundaries = ([[round(lon, 3), round(lat, 3)] for lat, lon in h3.cell_to_boundary(cell)] for cell in found)
    assert rings == [[*boundary, boundary[0]] for boundary in boundaries]


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
    people = result(HOMES, ("8a", "A", 38.0, -120.0, 1, 5.0), shown="customers")
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
    rows = [(cell, "", *h3.cell_to_latlng(cell), 1 + i % 90, 12345.67) for i, cell in enumerate(found)]
    for count, kind in ((3000, "fill"), (3001, "circle")):
        layer = cells(result(HOMES, *rows[:count]))
        assert {ground["type"] for ground in layer.grounds} == {kind}
        assert sum(len(ground["source"]["geometry"]["coordinates"]) for ground in layer.grounds) == count
        assert len(orjson.dumps([layer.grounds, layer.tips])) < 1_000_000

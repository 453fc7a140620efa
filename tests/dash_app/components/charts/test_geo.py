"""Drawings of the page about geography."""

from dataclasses import replace
from typing import Any

import pytest

from dash_app.answers import Result
from dash_app.components.charts.geo import assignment, distance, low_penetration, potential_locations, site, white_spot
from dash_app.components.charts.geo.site_map import ask_layers, site_map
from dash_app.components.charts.maps.circles import rings
from dash_app.components.charts.maps.shops import shops
from tests.dash_app.conftest import asked, bare_scene, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import having, links, parts, texts

SITE = {
    "rank": "count",
    "place": "text",
    "state": "text",
    "latitude": "degree",
    "longitude": "degree",
    "gained_customers": "count",
    "gained_revenue": "money",
    "taken_customers": "count",
    "taken_revenue": "money",
    "nearest_store": "text",
    "nearest_store_km": "km",
}
PROOF = {
    "gained": 30.0,
    "bound": 30.0,
    "gap": 0.0,
    "share_before": 0.5,
    "share_after": 0.65,
    "method": "greedy",
}
SITES = result(
    SITE,
    (1, "Toledo", "OH", 41.68, -83.53, 20, 900.0, 5, 70.0, "S1", 8.9),
    (2, "", "", 39.95, -82.9, 10, 1000.0, 0, 0.0, "S2", 22.0),
    **PROOF,
)
SPOT = {
    "cell": "text",
    "place": "text",
    "state": "text",
    "latitude": "degree",
    "longitude": "degree",
    "customers": "count",
    "revenue": "money",
    "nearest_store": "text",
    "nearest_store_km": "km",
    "stability": "share",
}
SPOTS = result(
    SPOT,
    ("862a956f7ffffff", "Columbus", "OH", 39.92, -82.97, 330, 70.0, "S1", 10.6, 0.6),
    ("862a8e947ffffff", "Wyoming", "OH", 39.2, -84.5, 33, 7.0, "S1", 12.0, 1.0),
    white_customers=363,
    customers=1000,
    settings=25,
)
CHANGE = {
    "effect": "text",
    "store": "text",
    "name": "text",
    "customers": "count",
    "revenue": "money",
    "share": "share",
    "distance_km": "km",
}
PINNED = result(
    CHANGE,
    ("gained", "S1", "West", 7, 70.0, 0.1, 12.0),
    ("taken", "S1", "West", 3, 30.0, 0.25, 12.0),
    **{
        f"{part}_{what}": n
        for part, n in (("gained", 7), ("taken", 3), ("kept", 5))
        for what in ("customers", "revenue")
    },
    place="Toledo",
    state="OH",
    nearest_store="S1",
    nearest_store_km=12.0,
)
STORE = {
    "store": "text",
    "name": "text",
    "kind": "text",
    "latitude": "degree",
    "longitude": "degree",
    "revenue": "money",
    "orders": "count",
    "previous": "money",
    "change": "change",
}
STORES = result(
    STORE,
    ("S1", "West", "store", 41.7, -83.5, 100.0, 9, 200.0, -0.5),
    ("S2", "East", "store", 39.9, -82.9, 50.0, 5, 50.0, 0.0),
    ("S3", "New", "store", 39.5, -82.0, 10.0, 1, None, None),
    ("W", "Web", "web", None, None, 999.0, 99, 1.0, 998.0),
)
PIN = "?workbench.pin=41.68000,-83.53000&workbench.radius_km=20"
LAYERS = {"geo/white_spot": SPOTS, "stores": STORES, "geo/site": PINNED}


def drawn(sites: Result = SITES, search: str = PIN, more: dict[str, Result] = LAYERS) -> Any:
    found = site_map(sites, placed("workbench", search).having(more))
    assert found
    return found


def test_the_map_has_spots_circles_stores_sites_and_the_pin() -> None:
    kinds = [(trace["type"], trace.get("mode")) for trace in plotted(drawn().figure).to_plotly_json()["data"]]
    pin = [("scattermap", "lines"), ("scattermap", "markers"), ("scattermap", "markers+text")]
    stores = [("scattermap", "lines"), ("scattermap", "markers"), ("scattermap", "markers")]
    assert kinds == [("choroplethmap", None), *stores, *pin, *pin]


def test_sites_are_numbered_and_drop_the_pin() -> None:
    pins = plotted(drawn().figure).data[6]
    assert pins.text == ("1", "2")
    assert pins.customdata[1] == ["?workbench.radius_km=20&workbench.pin=39.95000%2C-82.90000"]
    assert "Gained customers: 20" in pins.hovertext[0]


def test_white_spots_fade_with_what_they_hang_on() -> None:
    outline = plotted(drawn().figure).data[0]
    assert outline.marker.opacity == (0.7, 1.0)
    assert len(outline.geojson["features"]) == 2


def test_lists_and_map_lead_to_the_same() -> None:
    scene = placed("sites", PIN)
    listed = potential_locations.potential_locations(SITES, scene)
    figure = plotted(drawn().figure)
    assert links(listed) == [link[0] for link in figure.data[6].customdata]
    assert links(white_spot.white_spot(SPOTS, scene)) == [link[0] for link in figure.data[0].customdata]


def test_what_is_pinned_is_marked_in_the_list() -> None:
    rows = having(potential_locations.potential_locations(SITES, placed("sites", PIN)), "bar")
    assert [getattr(row, "aria-current", None) for row in rows] == ["true", None]
    assert [getattr(row, "data-place", None) for row in rows] == ["-83.53,41.68", "-82.9,39.95"]


def test_without_stores_on_the_map_it_shows_homes_and_says_why() -> None:
    missing = replace(SITES, rows=[], summary={"unavailable": "No coordinates of the stores."})
    scene = placed("workbench", "")
    (homes,) = ask_layers(scene, missing)
    assert homes.analysis == "customers"
    units = {"cell": "text", "customer": "text", "latitude": "degree", "longitude": "degree", "customers": "count"}
    people = result({**units, "revenue": "money"}, ("862a956f7ffffff", "", 39.92, -82.97, 3, 9.0))
    assert texts(drawn(missing, "", {"customers": people}).legend)[-1] == "No coordinates of the stores."
    assert site_map(missing, scene) is None


def test_the_workbench_shares_what_is_set() -> None:
    search = "?workbench.radius_km=25&workbench.count=3&workbench.weight=revenue&workbench.min_customers=40"
    sites = [("count", "3"), ("exact", "false"), ("radius_km", "25"), ("weight", "revenue")]
    assert sorted(asked("sites", search).params) == sorted(asked("workbench", search).params)
    assert sorted(pair for pair in asked("sites", search).params if pair[0] not in ("start", "end")) == sites
    assert {("radius_km", "25"), ("min_customers", "40")} <= set(asked("geo/white_spot", search).params)
    assert {("latitude", "1.5"), ("longitude", "-2")} <= set(asked("geo/site", f"{search}&workbench.pin=1.5,-2").params)


@pytest.mark.parametrize("pin", ["", "here", "91,0", "1,2,3", "0,181", "nan"])
def test_a_pin_is_a_place(pin: str) -> None:
    assert placed("geo/site", f"?workbench.pin={pin}").options["pin"] == ""


def test_the_pin_waits_for_a_click_where_there_could_be_one() -> None:
    ready = frozenset({"orders", "coordinates", "store_coordinates"})
    assert "Drop a pin" in site.invitation(placed("geo/site", "", capabilities=ready))
    assert site.invitation(placed("geo/site", PIN, capabilities=ready)) == ""
    assert site.invitation(placed("geo/site", "", capabilities=frozenset({"orders"}))) == ""


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "These 2 sites add 30 customers within 10 km: 50.0 % → 65.0 %. Proved: no others gain more."),
        (
            {"bound": 40.0, "gap": 0.25},
            "Quick search: no others could gain more than 40, so these miss at most 25.0 %.",
        ),
        ({"bound": 30.0, "gap": 0.0001}, "these miss at most less than 0.1 %."),
        ({"gap": 0.25, "method": "exact (time limit)"}, "Stopped at the time limit: no others"),
    ],
)
def test_the_sentence_says_what_is_proved(more: dict[str, Any], said: str) -> None:
    words = potential_locations.why(replace(SITES, summary=PROOF | more), placed("sites"))
    assert said.replace(" %", "\u202f%") in words


def test_the_optimum_is_looked_for_on_demand() -> None:
    open_gap = replace(SITES, summary=PROOF | {"gap": 0.1, "bound": 33.0})
    (link,) = having(potential_locations.potential_locations(open_gap, placed("sites")), "more")
    assert link.href == "?workbench.exact=true"
    assert not having(potential_locations.potential_locations(SITES, placed("sites")), "more")


def test_revenue_ranks_by_revenue() -> None:
    scene = placed("sites", "?workbench.weight=revenue")
    listed = potential_locations.potential_locations(SITES, scene)
    assert [texts(figure) for figure in having(listed, "bar-figure")] == [["+$900.00"], ["+$1.00\u202fK"]]
    assert "$30.00 of revenue" in potential_locations.why(SITES, scene)


def test_the_pin_says_what_it_gains_and_takes() -> None:
    scene = placed("geo/site", PIN)
    drawn_pin = site.site(PINNED, scene)
    assert texts(having(drawn_pin, "parts")[0]) == [
        *("gained", "7", "$7.00", "taken from stores", "3", "$3.00", "keep their store", "5", "$5.00")
    ]
    assert links(drawn_pin) == ["/store/S1"]
    assert "loses 25.0\u202f%" in texts(drawn_pin)
    assert site.said(PINNED, scene) == "Near Toledo, OH; 12.00\u202fkm to West."


def test_white_spots_tell_how_well_they_hold() -> None:
    listed = white_spot.white_spot(SPOTS, placed("geo/white_spot"))
    assert [bar.children.style["width"] for bar in having(listed, "holding")] == ["60%", "100%"]
    assert white_spot.said(SPOTS, placed("geo/white_spot")).startswith("363 of 1,000 customers")


def test_stores_are_coloured_by_their_change() -> None:
    layer = shops(STORES, lambda row: f"/store/{row['store']}", lambda row: row["name"])
    assert layer.traces[1]["marker"]["color"] == ["var(--down-2)", "var(--ink-3)", "var(--ink)"]
    assert [key.meaning for key in layer.keys] == ["Store, by revenue: ▼ over 20 %", "± 5 %", "no comparison"]
    assert layer.traces[1]["customdata"][0] == ["/store/S1"]
    plain = shops(STORES, str, str, plain=True)
    assert set(plain.traces[1]["marker"]["color"]) == {"var(--ink)"}


def test_distances_are_pairs_of_dots() -> None:
    units = {"state": "text", "city": "text", "customers": "count", "nearest_mean_km": "km", "nearest_median_km": "km"}
    homes = result({**units, "nearest_p95_km": "km", "used_mean_km": "km"}, ("OH", "", 9, 4.0, 3.0, 9.0, 7.5))
    found = distance.distance(homes, placed("geo/distance", "?state=IN"))
    line, used, near = plotted(found.figure).data
    assert (list(line.x), list(used.x), list(near.x)) == ([4.0, 7.5, None], [7.5], [4.0])
    assert near.customdata == (["?state=IN&state=OH"],)
    assert texts(found.legend) == ["to the nearest store", "to the store they use"]
    without = replace(homes, rows=[{**homes.rows[0], "used_mean_km": None, "city": "Lima"}])
    cities = distance.distance(without, placed("geo/distance", "?geo-distance.level=city"))
    assert texts(cities.legend) == ["to the nearest store"]
    assert plotted(cities.figure).data[2].y == ("Lima, OH",)


def test_only_those_who_pass_a_store_are_listed() -> None:
    units = {f"{which}_{what}": "text" for which in ("nearest", "used") for what in ("store", "name")}
    pairs = result(
        {**units, "customers": "count", "share": "share", "extra_km": "km"},
        ("S1", "West", "S1", "West", 60, 0.6, 0.0),
        ("S1", "West", "S2", "", 40, 0.4, 12.4),
        use_nearest=0.6,
    )
    listed = assignment.assignment(pairs, bare_scene())
    assert texts(having(listed, "bar")[0])[:2] == ["S2", "instead of West, +12\u202fkm"]
    assert links(listed) == ["/store/S2"]
    assert assignment.said(pairs, bare_scene()).startswith("60.0\u202f% use the store nearest")


def test_places_behind_are_on_the_map_and_in_the_list() -> None:
    units = {name: SPOT[name] for name in ("place", "state", "latitude", "longitude")}
    numbers = {"population": "count", "customers": "count", "per_1000": "number", "expected_per_1000": "number"}
    behind = result(
        {**units, **numbers, "index": "number", "nearest_store_km": "km"},
        ("Meads", "KY", 38.4, -82.7, 288_649, 0, 0.0, 0.09, 0.01, 12.0),
        ("Lima", "OH", 40.7, -84.1, 38_000, 9, 0.2, 0.4, 0.5, 60.0),
        places_compared=735,
    )
    scene = placed("penetration").having({"stores": STORES})
    found = low_penetration.penetration_map(behind, scene)
    assert found
    assert plotted(found.figure).data[-1].marker.color == ("var(--down-2)", "var(--ink-3)")
    listed = low_penetration.low_penetration(behind, scene)
    assert links(listed) == [link[0] for link in plotted(found.figure).data[-1].customdata]
    assert "735 places" in low_penetration.said(behind, scene)
    assert low_penetration.penetration_map(replace(behind, rows=[]), scene) is None


def test_a_circle_has_its_radius_everywhere() -> None:
    from dash_app.components.charts.maps.circles import EARTH_RADIUS_KM

    latitudes, longitudes = (list(filter(None, each)) for each in rings([60.0], [179.95], 50))
    assert (max(latitudes) - 60) * 3.14159265 / 180 * EARTH_RADIUS_KM == pytest.approx(50, abs=0.01)
    assert (latitudes[0], longitudes[0]) == (latitudes[-1], longitudes[-1])
    assert max(longitudes) > 180  # stays in one piece across the date line


def test_a_workbench_of_a_large_chain_stays_below_a_megabyte() -> None:
    many = replace(STORES, rows=[{**STORES.rows[0], "store": f"S{n}", "latitude": 30 + n / 50} for n in range(900)])
    figure = plotted(drawn(more={**LAYERS, "stores": many}).figure)
    assert len(figure.to_json()) < 1_000_000
    assert [trace.mode for trace in figure.data[1:3]] == ["markers", "markers"]  # no circles around so many


def test_a_pin_can_be_dropped_and_taken_away() -> None:
    from dash_app.components.card import CARDS
    from dash_app.components.chart_card import options

    offered = having(options(CARDS["workbench"], placed("workbench", PIN)), "pinning")[0]
    button, away = offered.children
    assert (getattr(button, "data-do"), getattr(button, "data-option")) == ("pin", "workbench.pin")
    assert links(away) == ["?workbench.radius_km=20"]
    assert len(list(parts(having(options(CARDS["workbench"], placed("workbench", "")), "pinning")[0].children))) == 2

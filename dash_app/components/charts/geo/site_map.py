"""The map of the workbench: stores and how far they reach, homes, white spots, sites, the pin."""

from typing import Any

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.geo.workbench import ask_pin, ask_spots, pinned
from dash_app.components.charts.maps.base_map import BELOW_NAMES
from dash_app.components.charts.maps.cells import ask_cells, cells
from dash_app.components.charts.maps.circles import circles
from dash_app.components.charts.maps.extent import Extent, extent_of, most_of, place_key
from dash_app.components.charts.maps.hexagon import hexagons
from dash_app.components.charts.maps.layer import NOTHING, TIP, Layer
from dash_app.components.charts.maps.map_of import map_of
from dash_app.components.charts.maps.pins import pins
from dash_app.components.charts.maps.shops import located, shops
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.plot import Choroplethmap
from dash_app.components.charts.template import OUTLINE, SPOT, SPOT_SOFT
from dash_app.components.legend import Key
from dash_app.scene import Scene
from dash_app.texts import say

_CELLS_OF_SPOTS = 6
_MOST_CIRCLES = 300


def ask_layers(scene: Scene, sites: Result) -> list[Ask]:
    """Ask for homes, stores, white spots and what the pin changes."""
    if sites.unavailable:
        return ask_cells(scene, None, _CELLS_OF_SPOTS - 1)
    homes = ask_cells(scene, extent_of(sites.rows), _CELLS_OF_SPOTS)
    pin = [ask_pin(scene)] if scene.options["pin"] else []
    return [*homes, Ask("stores", [*scene.params(), ("compare", scene.compare)]), ask_spots(scene), *pin]


def site_map(sites: Result, scene: Scene) -> Drawn | None:
    """Draw the layers from the ground up."""
    more = scene.more
    stores, people = more.get("stores"), more.get("customers")
    layers = (
        cells(people),
        _spots(more.get("geo/white_spot"), scene),
        _stores(stores, scene),
        _sites(sites, scene),
        _pin(more.get("geo/site"), scene),
    )
    return map_of(layers, _extent(stores, people), place_key(scene), sites.unavailable)


def _extent(stores: Result | None, people: Result | None) -> Extent | None:
    rows = [*(stores.rows if stores else []), *most_of(people.rows if people else [])]
    return extent_of(rows)


def _spots(spots: Result | None, scene: Scene) -> Layer:
    """White spots as outlines, the fainter the less they hold under other settings."""
    if spots is None or not spots.rows:
        return NOTHING
    outline = Choroplethmap(
        geojson=hexagons([row["cell"] for row in spots.rows]),
        locations=[row["cell"] for row in spots.rows],
        z=[0] * len(spots.rows),
        colorscale=[[0, SPOT_SOFT], [1, SPOT_SOFT]],
        showscale=False,
        below=BELOW_NAMES,
        marker={"opacity": [_opacity(row["stability"]) for row in spots.rows], "line": {"width": 2, "color": SPOT}},
        text=[_spot_tip(row, spots) for row in spots.rows],
        hovertemplate=TIP,
        customdata=[[pinned(row, scene)] for row in spots.rows],
    )
    return Layer([outline], [Key("outline", SPOT, say("White spot, fainter where it hangs on the settings"))])


def _opacity(stability: float) -> float:
    return round(0.25 + 0.75 * stability, 2)


def _spot_tip(row: dict[str, Any], spots: Result) -> str:
    shown = ("customers", "revenue", "nearest_store_km", "stability")
    title = say("White spot, {place}", place=row["place"] or say("no town"))
    return tip(title, row, spots, shown, say("Click to try a store here"))


def _stores(stores: Result | None, scene: Scene) -> Layer:
    rows = located(stores)
    dots = shops(stores, lambda row: scene.opening("store", row["store"]), lambda row: row["name"] or row["store"])
    if not 0 < len(rows) <= _MOST_CIRCLES:
        return dots
    return Layer([circles(rows, float(scene.options["radius_km"]), OUTLINE, 1), *dots.traces], dots.keys)


def _sites(sites: Result, scene: Scene) -> Layer:
    if not sites.rows:
        return NOTHING
    reach = circles(sites.rows, float(scene.options["radius_km"]), SPOT)
    numbers, links = [str(row["rank"]) for row in sites.rows], [pinned(row, scene) for row in sites.rows]
    tips = [_site_tip(row, sites) for row in sites.rows]
    return Layer([reach, *pins(sites.rows, numbers, tips, links)], [Key("dot", SPOT, say("Proposed site"))])


def _site_tip(row: dict[str, Any], sites: Result) -> str:
    shown = ("gained_customers", "gained_revenue", "taken_customers", "nearest_store_km")
    name = row["place"] or say("No town")
    return tip(f"{row['rank']}. {name}", row, sites, shown, say("Click to see what it takes from whom"))


def _pin(site: Result | None, scene: Scene) -> Layer:
    """The pin the viewer dropped."""
    if site is None or not site.rows:
        return NOTHING
    latitude, longitude = (float(part) for part in scene.options["pin"].split(","))
    place = [{"latitude": latitude, "longitude": longitude}]
    reach = circles(place, float(scene.options["radius_km"]), SPOT, 2.5)
    words = tip(say("Your pin near {place}", place=site.summary["place"] or say("no town")), site.summary, site, ())
    return Layer([reach, *pins(place, ["+"], [words], [scene.selection.link])], [])

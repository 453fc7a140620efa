"""Customers: hexagons coloured by their number, or one by one where few are in view."""

from typing import Any

import h3

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.card import Ask
from dash_app.components.charts.classes import class_of, lower_bounds
from dash_app.components.charts.maps.base_map import BELOW_NAMES
from dash_app.components.charts.maps.extent import COARSEST, WORLD, Extent, place_key, resolution_at
from dash_app.components.charts.maps.hexagon import ring
from dash_app.components.charts.maps.layer import NOTHING, TIP, Layer
from dash_app.components.charts.plot import Look, Scattermap
from dash_app.components.charts.template import SCALE
from dash_app.components.legend import Key
from dash_app.scene import Scene
from dash_app.texts import say, say_n

_MOST_HEXAGONS = 3_000
_CLOSE = 6
_KM_PER_DEGREE = 111.195
_SLOT = "\0"


def ask_cells(scene: Scene, extent: Extent | None, coarsest: int = COARSEST) -> list[Ask]:
    """Ask for the customers in cells as fine as the zoom allows.

    extent : what the map shows until it is moved.
    coarsest : resolution of the largest cells.
    """
    if "coordinates" not in scene.dataset.capabilities:
        return []
    return [Ask("customers", [*_homes(scene), *_detail(scene, extent, coarsest)])]


def _homes(scene: Scene) -> list[tuple[str, str]]:
    """Filters of the customers: those of a chosen store may live anywhere."""
    return scene.params(*(("country", "state", "city") if scene.only("store") else ()))


def _detail(scene: Scene, extent: Extent | None, coarsest: int) -> list[tuple[str, str]]:
    view = scene.view if scene.view and scene.view.place == place_key(scene) else None
    resolution = max(resolution_at(view.zoom if view else (extent or WORLD).zoom), coarsest)
    box = [("bbox", view.bbox)] if view and resolution >= _CLOSE else []
    return [("resolution", str(resolution)), *box]


def cells(people: Result | None) -> Layer:
    """Draw where customers live."""
    if people is None or not people.rows:
        return NOTHING
    if people.summary.get("shown") == "customers":
        return Layer([_points(people)], [Key("dot", SCALE[3], say("A customer's home"))])
    bounds = lower_bounds([row["customers"] for row in people.rows])
    keys = _keys(bounds, max(row["customers"] for row in people.rows))
    return Layer([_floor()], keys, _in_classes(people, bounds), _tips_of(people))


def _in_classes(people: Result, bounds: list[float]) -> list[Look]:
    """Hexagons, or circles where hexagons would be too many, a layer per class."""
    draw = _hexagons if len(people.rows) <= _MOST_HEXAGONS else _circles
    members: list[list[dict[str, Any]]] = [[] for _ in bounds]
    for row in people.rows:
        members[class_of(row["customers"], bounds)].append(row)
    colors = SCALE[-len(bounds) :]
    return [draw(rows, color) for rows, color in zip(members, colors, strict=True) if rows]


def _hexagons(rows: list[dict[str, Any]], color: str) -> Look:
    rings = [[ring(row["cell"])] for row in rows]
    look = {"color": color, "opacity": 0.78, "fill": {"outlinecolor": color}}
    return _ground("fill", {"type": "MultiPolygon", "coordinates": rings}, look)


def _circles(rows: list[dict[str, Any]], color: str) -> Look:
    centres = [[row["longitude"], row["latitude"]] for row in rows]
    look = {"color": color, "opacity": 0.8, "circle": {"radius": 2.5}}
    return _ground("circle", {"type": "MultiPoint", "coordinates": centres}, look)


def _ground(kind: str, geometry: dict[str, Any], look: Look) -> Look:
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    return {"sourcetype": "geojson", "source": feature, "type": kind, "below": "traces", **look}


def _floor() -> Scattermap:
    """Nothing to see: Plotly makes a map for traces only, and grounds lie right below the first of them."""
    return Scattermap(lat=[0], lon=[0], mode="none", below=BELOW_NAMES, hoverinfo="skip")


def _tips_of(people: Result) -> Look:
    """What cells say when pointed at: they are many and their numbers few, so each number is written once."""
    counts = {many: say_n("{n} customer", "{n} customers", many) for many in set(people.column("customers"))}
    names = [counts[row["customers"]] for row in people.rows]
    edge = h3.average_hexagon_edge_length(h3.get_resolution(people.rows[0]["cell"]), unit="km")
    where = {"lat": people.column("latitude"), "lon": people.column("longitude")}
    return {**where, "names": names, "text": _revenues(people), "reach": round(edge / _KM_PER_DEGREE, 6)}


def _points(people: Result) -> Scattermap:
    return Scattermap(
        lat=people.column("latitude"),
        lon=people.column("longitude"),
        mode="markers",
        marker={"size": 6, "opacity": 0.75, "color": SCALE[3]},
        text=[f"<b>{_named(row)}</b><br>{text}" for row, text in zip(people.rows, _revenues(people), strict=True)],
        hovertemplate=TIP,
    )


def _revenues(people: Result) -> list[str]:
    before, after = say("{amount} revenue", amount=_SLOT).split(_SLOT)
    return [f"{before}{numbers.exact(amount, 'money', people.currency)}{after}" for amount in people.column("revenue")]


def _named(row: dict[str, Any]) -> str:
    """Who lives there; of homes that several share, nobody in particular."""
    many = row["customers"]
    customer = row["customer"]
    return say("Customer {customer}", customer=customer) if customer else say_n("{n} customer", "{n} customers", many)


def _range(low: int, high: int) -> str:
    return numbers.count(low) if low >= high else f"{numbers.count(low)}–{numbers.count(high)}"


def _keys(bounds: list[float], most: int) -> list[Key]:
    ends = [*(int(bound) - 1 for bound in bounds[1:]), most]
    ranges = [(int(low), high) for low, high in zip(bounds, ends, strict=True)]
    names = [_range(low, high) for low, high in ranges]
    names[-1] = say_n("{n} customer", "{n} customers", 1) if most == 1 else say("{range} customers", range=names[-1])
    return [Key("cell", color, name) for color, name in zip(SCALE[-len(bounds) :], names, strict=True)]

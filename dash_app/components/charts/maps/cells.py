"""Customers: hexagons coloured by their number, or one by one where few are in view."""

from typing import Any

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.card import Ask
from dash_app.components.charts.classes import class_of, lower_bounds
from dash_app.components.charts.maps.base_map import BELOW_NAMES
from dash_app.components.charts.maps.extent import COARSEST, WORLD, Extent, place_key, resolution_at
from dash_app.components.charts.maps.hexagon import hexagons
from dash_app.components.charts.maps.layer import NOTHING, TIP, Layer
from dash_app.components.charts.plot import Choroplethmap, Scattermap
from dash_app.components.charts.template import SCALE
from dash_app.components.legend import Key
from dash_app.scene import Scene
from dash_app.texts import say, say_n

_MOST_HEXAGONS = 3_000
_CLOSE = 6
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
    draw = _hexagons if len(people.rows) <= _MOST_HEXAGONS else _circles
    return Layer([draw(people, bounds)], _keys(bounds, max(row["customers"] for row in people.rows)))


def _hexagons(people: Result, bounds: list[float]) -> Choroplethmap:
    return Choroplethmap(
        geojson=hexagons(people.column("cell")),
        locations=people.column("cell"),
        z=_classes(people, bounds),
        zmin=0,
        zmax=len(bounds),
        colorscale=_steps(bounds),
        showscale=False,
        below=BELOW_NAMES,
        marker={"opacity": 0.78, "line": {"width": 0}},
        text=_tips(people),
        hovertemplate=TIP,
    )


def _circles(people: Result, bounds: list[float]) -> Scattermap:
    shade = {"color": _classes(people, bounds), "colorscale": _steps(bounds), "cmin": 0, "cmax": len(bounds)}
    return _scatter(people, {"size": 5, "opacity": 0.8, **shade})


def _classes(people: Result, bounds: list[float]) -> list[float]:
    """Middle of each cell's class."""
    return [class_of(customers, bounds) + 0.5 for customers in people.column("customers")]


def _steps(bounds: list[float]) -> list[list[Any]]:
    """One colour per class."""
    colors = SCALE[-len(bounds) :]
    return [[end / len(colors), color] for i, color in enumerate(colors) for end in (i, i + 1)]


def _points(people: Result) -> Scattermap:
    return _scatter(people, {"size": 6, "opacity": 0.75, "color": SCALE[3]})


def _scatter(people: Result, marker: dict[str, Any]) -> Scattermap:
    return Scattermap(
        lat=people.column("latitude"),
        lon=people.column("longitude"),
        mode="markers",
        marker=marker,
        text=_tips(people),
        hovertemplate=TIP,
    )


def _tips(people: Result) -> list[str]:
    """Say who lives where; cells are many and their numbers of customers few, so each number is written once."""
    counts = {many: say_n("{n} customer", "{n} customers", many) for many in set(people.column("customers"))}
    before, after = say("{amount} revenue", amount=_SLOT).split(_SLOT)
    return [
        f"<b>{_named(row) or counts[row['customers']]}</b><br>"
        f"{before}{numbers.exact(row['revenue'], 'money', people.currency)}{after}"
        for row in people.rows
    ]


def _named(row: dict[str, Any]) -> str:
    return say("Customer {customer}", customer=row["customer"]) if row["customer"] else ""


def _range(low: int, high: int) -> str:
    return numbers.count(low) if low >= high else f"{numbers.count(low)}–{numbers.count(high)}"


def _keys(bounds: list[float], most: int) -> list[Key]:
    ends = [*(int(bound) - 1 for bound in bounds[1:]), most]
    ranges = [(int(low), high) for low, high in zip(bounds, ends, strict=True)]
    names = [_range(low, high) for low, high in ranges]
    names[-1] = say_n("{n} customer", "{n} customers", 1) if most == 1 else say("{range} customers", range=names[-1])
    return [Key("cell", color, name) for color, name in zip(SCALE[-len(bounds) :], names, strict=True)]

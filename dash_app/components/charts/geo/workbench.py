"""What the viewer sets on the workbench, and what its cards ask."""

from typing import Any

from dash_app.choice import Choice, Pin, Slider
from dash_app.components.card import Ask
from dash_app.scene import Scene

GROUP = "workbench"
PROOF = f"{GROUP}.exact"

RADIUS = Slider("radius_km", "Reach of a store", 1, 100, 1, 10, "km", group=GROUP, resets=(PROOF,))
LEAST = Slider("min_customers", "White spot from", 1, 200, 1, 10, "customers", group=GROUP)
COUNT = Slider("count", "New stores", 1, 20, 1, 5, group=GROUP, resets=(PROOF,))
WEIGHT = Choice("weight", "Count", (("customers", "Customers"), ("revenue", "Revenue")), group=GROUP)
EXACT = Choice("exact", "Search", (("false", "Quick"), ("true", "Proved")), group=GROUP)
PIN = Pin("pin", "Drop a pin", group=GROUP)

MOST_SPOTS = "300"


def ask_sites(scene: Scene) -> Ask:
    """Ask where the next stores should stand."""
    return Ask("geo/potential_locations", [*scene.params(), *_set(scene, "radius_km", "count", "weight", "exact")])


def ask_spots(scene: Scene) -> Ask:
    """Ask for the white spots; their threshold counts customers, whatever the sites are weighed by."""
    return Ask("geo/white_spot", [*scene.params(), *_set(scene, "radius_km", "min_customers"), ("limit", MOST_SPOTS)])


def ask_pin(scene: Scene) -> Ask:
    """Ask what a store at the pin would change."""
    latitude, _, longitude = (scene.options["pin"] or "0,0").partition(",")
    place = [("latitude", latitude), ("longitude", longitude)]
    return Ask("geo/site", [*scene.params(), *place, *_set(scene, "radius_km", "weight")])


def pinned(row: dict[str, Any], scene: Scene) -> str:
    """Link that drops the pin where a row is; the row and its dot on the map have the same."""
    return scene.selection.replaced({f"{GROUP}.{PIN.name}": _written(row)}).link


def is_pinned(row: dict[str, Any], scene: Scene) -> bool:
    """Whether the pin is where a row is."""
    return scene.options["pin"] == _written(row)


def _written(row: dict[str, Any]) -> str:
    return f"{row['latitude']:.5f},{row['longitude']:.5f}"


def _set(scene: Scene, *names: str) -> list[tuple[str, str]]:
    return [(name, scene.options[name]) for name in names]

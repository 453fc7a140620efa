"""The quiet base map: water, land, borders and names, from local files alone."""

from typing import Any

_FOLDER = "/assets/map"
BELOW_NAMES = "names"
"""Layer under which areas are drawn, so that names stay readable."""


def base_map() -> dict[str, Any]:
    """MapLibre style; colours are names of the style sheet, filled in the browser like those of charts."""
    return {
        "version": 8,
        "sources": {
            "countries": {"type": "geojson", "data": f"{_FOLDER}/countries.geojson"},
            "states": {"type": "geojson", "data": f"{_FOLDER}/states.geojson"},
            "places": {"type": "geojson", "data": f"{_FOLDER}/places.json"},
        },
        "layers": [
            {"id": "water", "type": "background", "paint": {"background-color": "var(--map-water)"}},
            {"id": "land", "type": "fill", "source": "countries", "paint": {"fill-color": "var(--map-land)"}},
            _border("states", "var(--map-state)", 0.7, minzoom=2.5),
            _border("countries", "var(--map-border)", 1),
            _names(),
        ],
    }


def _border(source: str, color: str, width: float, minzoom: float = 0) -> dict[str, Any]:
    paint = {"line-color": color, "line-width": width}
    return {"id": f"{source}-border", "type": "line", "source": source, "minzoom": minzoom, "paint": paint}


def _names() -> dict[str, Any]:
    """Names of places, more of them the nearer one looks; the browser makes features of the lists in the file."""
    return {
        "id": BELOW_NAMES,
        "type": "symbol",
        "source": "places",
        "filter": ["<=", ["get", "zoom"], ["zoom"]],
        "layout": {
            "text-field": ["get", "name"],
            "text-font": ["Inter"],
            "text-size": 11,
            "text-padding": 8,
            "symbol-sort-key": ["-", 0, ["get", "population"]],
        },
        "paint": {"text-color": "var(--map-name)", "text-halo-color": "var(--map-land)", "text-halo-width": 1.25},
    }

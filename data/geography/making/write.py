"""The shipped files."""

import csv
import gzip
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shapely

from data.geography.making.antimeridian import areas_only
from data.geography.making.states import Area


def write_geojson(file: Path, areas: list[Area], decimals: int) -> None:
    """One feature per area, one line per feature."""
    features = ",\n".join(_compact(_feature(area, decimals)) for area in areas)
    file.write_text(f'{{"type":"FeatureCollection","features":[\n{features}\n]}}\n', "utf-8")


def write_csv(file: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A CSV, compressed where the name says so; the same rows give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    content = text.getvalue().encode()
    file.write_bytes(gzip.compress(content, 9, mtime=0) if file.suffix == ".gz" else content)


def write_json(file: Path, content: Any) -> None:
    """One compact document."""
    file.write_text(_compact(content) + "\n", "utf-8")


def _feature(area: Area, decimals: int) -> dict[str, Any]:
    rounded = areas_only(shapely.set_precision(area.geometry, 10.0**-decimals))
    return {
        "type": "Feature",
        "id": f"{area.country}-{area.state}" if area.state else area.country,
        "properties": {"country": area.country, "state": area.state, "name": area.name},
        "geometry": json.loads(shapely.to_geojson(shapely.orient_polygons(rounded))),
    }


def _compact(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))

"""What stores are called where room is scarce."""

from collections import Counter
from typing import Any

from dash_app.components.names import shortened

_MOST = 16


def names_of(stores: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Short names by id, no two alike; stores : a row of each, by id."""
    full = {store: shortened(str(row.get("name") or row.get("store_name") or store)) for store, row in stores.items()}
    often = Counter(full.values())
    told = {store: f"{name} {store}" if often[name] > 1 else name for store, name in full.items()}
    return {store: name if len(name) <= _MOST else f"{name[: _MOST - 1]}…" for store, name in told.items()}

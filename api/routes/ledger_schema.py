"""The ledger of loads, described for OpenAPI."""

from typing import Any

_TEXT, _COUNT = {"type": "string"}, {"type": "integer"}
_FATES = ("rows", "kept", "repaired", "returned", "rejected")


def _object(properties: dict[str, Any], description: str = "") -> dict[str, Any]:
    described = {"description": description} if description else {}
    return {"type": "object", "required": list(properties), "properties": properties, **described}


def _listed(items: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": description}


def _summed(name: str) -> dict[str, Any]:
    return _object({name: _TEXT, **dict.fromkeys(_FATES, _COUNT)})


LOAD_ID = {
    "name": "load_id",
    "in": "path",
    "required": True,
    "description": "Id of a load, as `/api/loads` lists it.",
    "schema": _TEXT,
}

LOAD = _object(
    {
        "load_id": _TEXT,
        "source": {**_TEXT, "description": "Name of the source."},
        "status": {**_TEXT, "enum": ["running", "published", "unchanged", "refused", "failed"]},
        "message": {**_TEXT, "description": "How it ended, in one sentence; empty where all went well."},
        "version": {"type": ["integer", "null"], "description": "Version that readers see after it."},
        "seconds": {"type": ["number", "null"], "description": "How long it took."},
        "started_at": {**_TEXT, "format": "date-time"},
        "orders": _object(dict.fromkeys(("new", "changed", "unchanged"), _COUNT)),
        "files": _listed(_summed("file"), "Rows per file: read = kept + repaired + returned + rejected."),
        "tables": _listed(_summed("table"), "The same per canonical table."),
        "counts": _listed(
            _object({"file": _TEXT, "table": _TEXT, "outcome": _TEXT, "rule": _TEXT, "rows": _COUNT}),
            "Rows per file, table, outcome and rule.",
        ),
        "control_totals": _listed(
            _object({"name": _TEXT, "expected": _TEXT, "found": _TEXT, "agrees": {"type": "boolean"}}),
            "Sums over the files as they are, and over the tables handed to the warehouse.",
        ),
    },
    "One load: when, how it ended, where its rows went.",
)

LOADS = _object({"loads": _listed(LOAD, "Newest first.")}, "The last loads.")

REJECTED = _object(
    {
        "load_id": _TEXT,
        "rules": _listed(
            _object({"table": _TEXT, "rule": _TEXT, "rows": _COUNT, "stored": _COUNT}),
            "How many rows broke each rule, and how many of them are there to look at.",
        ),
        "rows": _listed(
            _object(
                {
                    "table": _TEXT,
                    "rule": _TEXT,
                    "file": _TEXT,
                    "record": {**_COUNT, "description": "Number of the record in the file, from 1."},
                    "content": {"type": "object", "description": "The row as it was read."},
                }
            ),
            "One page of them.",
        ),
    },
    "Rows that a load turned away.",
)

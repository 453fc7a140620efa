"""The receipt of an answer, described for OpenAPI."""

from typing import Any

from api.routes.text_schema import TEXTS


def _text(description: str, example: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "string", "description": description, **({"examples": [example]} if example else {}), **more}


def _whole(description: str) -> dict[str, Any]:
    return {"type": "integer", "description": description}


def _listed(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


_MILLISECONDS = {"type": "number", "description": "Time it took when it was computed, in milliseconds."}
_MOMENT = "2025-01-01T08:00:00Z"
_COLUMN = {
    "name": _text("Name."),
    "unit": _text("Unit."),
    "description": _text("Meaning."),
    "formula": {"type": ["string", "null"], "description": "SQL of the column; null where it takes more than one."},
}
_STATEMENT = {
    "sql": _text("The statement with its values as literals, to be run by hand.", "SELECT count(*) FROM sale"),
    "rows_returned": _whole("Rows the engine returned for it, before any arithmetic outside the engine."),
    "milliseconds": _MILLISECONDS,
}
_PARAMETER = {
    "name": _text("Name."),
    "value": {"description": "Value in force, given or by default."},
    "description": _text("Meaning."),
}

RECEIPT = _object(
    {
        "analysis": _text("Name of the analysis.", "stores/sales"),
        "title": _text("The question.", "Which stores sell most?"),
        "definition": _text("What is computed, in words."),
        "filters": _listed("Filters in force, in words.", _text("One filter.", "Sold in the state CA or NV")),
        "period": _text("Days that count.", "2024-01-01 to 2024-12-31, 366 days"),
        "parameters": _listed("Parameters beside the filters.", _object(_PARAMETER)),
        "columns": _listed("Columns of the answer.", _object(_COLUMN)),
        "statements": _listed("SQL as it ran, in this order.", _object(_STATEMENT)),
        "money": _text("How the statements count money."),
        "rows_answered": _whole("Rows of the answer."),
        "remarks": _listed("What to know about the rows.", _text("One sentence.")),
        "milliseconds": _MILLISECONDS,
        "answered_at": _text("When it was computed, UTC.", _MOMENT, format="date-time"),
        "engine": _text("Engine of the warehouse.", "duckdb"),
        "source": _text("Source the data was loaded from.", "online_retail"),
        "version": _whole("Version of the data."),
        "as_of": {"type": ["string", "null"], "format": "date", "description": "Last day of the data."},
        "loaded_at": _text("When this version was loaded, UTC.", _MOMENT, format="date-time"),
        "url": _text("Request that gives the answer again, relative to the API.", "/api/stores/sales?state=CA"),
        "texts": TEXTS,
    }
)
"""Schema of a receipt."""

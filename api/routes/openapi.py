"""The API described in OpenAPI 3.1, with Swagger UI and ReDoc from local files."""

from functools import cache
from pathlib import Path
from typing import Any

import orjson
from apispec import APISpec
from flask import Blueprint, Response, send_from_directory
from pydantic import BaseModel

from api.routes.answers import Wanted
from api.routes.expose import EXPOSED, Exposed
from api.routes.formats import FORMATS
from api.routes.ledger_schema import LOAD, LOAD_ID, LOADS, REJECTED
from api.routes.receipt_schema import RECEIPT
from api.routes.text_schema import TEXT, TEXTS
from api.services.analysis import Analysis
from api.services.load_ledger import LoadsPage, RejectedPage
from api.services.units import MEANINGS, SCHEMAS

blueprint = Blueprint("openapi", __name__, url_prefix="/api")

_ERROR = {
    "type": "object",
    "required": ["code", "message", "details"],
    "properties": {
        "code": {"type": "string", "examples": ["wrong_parameters"]},
        "message": {"type": "string", "examples": ["Some parameters are wrong."]},
        "details": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "problem"],
                "properties": {"parameter": {"type": "string"}, "problem": {"type": "string"}},
            },
            "examples": [[{"parameter": "grain", "problem": "has to be one of day, month; got 'hour'"}]],
        },
        "texts": TEXTS | {"description": "What the texts were made of, where the header `Whitespot-Texts` is `true`."},
    },
}
_FORMAT = {
    "name": "format",
    "in": "query",
    "description": "How the answer is written; xlsx and zip hold the receipt.",
    "schema": {"type": "string", "enum": list(FORMATS), "default": "json"},
}
_RECEIPT = {
    "name": "receipt",
    "in": "query",
    "description": "Adds the receipt, which says how the answer was computed; `only` leaves the answer out.",
    "schema": {"type": "string", "enum": list(Wanted), "default": "false"},
}


@blueprint.get("/openapi.json")
def document() -> Response:
    """Return the whole API in OpenAPI 3.1."""
    return Response(orjson.dumps(_spec()), mimetype="application/json")


@cache
def _spec() -> dict[str, Any]:
    spec = APISpec(
        title="Whitespot",
        version="1.0",
        openapi_version="3.1.0",
        info={
            "description": "Customer and store analytics. Every answer names its parameters, columns and data version."
        },
    )
    spec.components.schema("Error", _ERROR)
    spec.components.schema("Text", TEXT)
    spec.components.schema("Receipt", RECEIPT)
    for exposed in EXPOSED:
        name = exposed.analysis.name.replace("/", "_")
        if exposed.is_alias:
            continue
        spec.components.schema(name, _answer_schema(exposed.analysis))
    for exposed in EXPOSED:
        spec.path(exposed.url, operations={"get": _operation(exposed)})
    _describe_facts(spec)
    _describe_loads(spec)
    return spec.to_dict()


def _operation(exposed: Exposed) -> dict[str, Any]:
    analysis = exposed.analysis
    answer = {"$ref": f"#/components/schemas/{analysis.name.replace('/', '_')}"}
    return {
        "operationId": exposed.url.removeprefix("/api/").replace("/", "_"),
        "tags": [analysis.area],
        "summary": analysis.title,
        "description": analysis.explanation,
        "parameters": [*(p for p in _parameters(analysis.params) if p["name"] not in exposed.fixed), _FORMAT, _RECEIPT],
        "responses": {
            "200": {
                "description": "The answer; where the data cannot answer, no rows and `summary.unavailable` says why.",
                "content": {
                    "application/json": {"schema": answer},
                    **{form.mimetype: _file(form.mimetype) for form in FORMATS.values() if form.suffix != "json"},
                },
            },
            "304": {"description": "The caller has this answer already (If-None-Match)."},
            "422": _error("A parameter is wrong; the details name it."),
            "503": _error("No data, or the warehouse does not answer."),
            "504": _error("The question took longer than it may."),
        },
    }


def _file(mimetype: str) -> dict[str, Any]:
    return {"schema": {"type": "string", "contentMediaType": mimetype}}


def _error(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _parameters(params: type[BaseModel]) -> list[dict[str, Any]]:
    schema = params.model_json_schema(ref_template="#/$defs/{model}")
    needed = schema.get("required", [])
    return [
        _parameter(name, field, schema.get("$defs", {}), name in needed) for name, field in schema["properties"].items()
    ]


def _parameter(name: str, field: dict[str, Any], definitions: dict[str, Any], required: bool) -> dict[str, Any]:
    schema = {k: v for k, v in field.items() if k not in ("description", "title", "$ref", "anyOf")}
    meaning = field.get("description", "")
    kinds = [kind for kind in field.get("anyOf", [field]) if kind.get("type") != "null"]
    for kind in kinds:
        named = definitions[kind["$ref"].rpartition("/")[2]] if "$ref" in kind else kind
        schema |= {k: v for k, v in named.items() if k not in ("description", "title")}
        meaning = meaning or named.get("description", "")
    if schema.get("default", "") is None:
        del schema["default"]
    described = {"name": name, "in": "query", "description": meaning, "schema": schema}
    if schema.get("type") == "array":
        described |= {"style": "form", "explode": True}
    return described | ({"required": True} if required else {})


def _answer_schema(analysis: Analysis) -> dict[str, Any]:
    cells = {
        c.name: {**SCHEMAS[c.unit], "description": f"{c.description} ({MEANINGS[c.unit]})"} for c in analysis.columns
    }
    names = [c.name for c in analysis.columns]
    row = {"type": "object", "required": names, "additionalProperties": False, "properties": cells}
    return {
        "type": "object",
        "required": ["analysis", "title", "params", "as_of", "version", "columns", "rows", "summary"],
        "properties": {
            "analysis": {"type": "string", "const": analysis.name},
            "title": {"type": "string", "examples": [analysis.title]},
            "params": {"type": "object", "description": "The parameters that were given."},
            "as_of": {"type": ["string", "null"], "format": "date", "description": "Last day of the data."},
            "version": {"type": "integer", "description": "Version of the data."},
            "currency": {"type": "string", "description": "Currency of money columns, ISO 4217."},
            "columns": {"type": "array", "items": _COLUMN},
            "rows": {"type": "array", "items": row, "examples": [[_example(analysis)]]},
            "summary": _SUMMARY,
            "receipt": {"$ref": "#/components/schemas/Receipt"},
        },
    }


_COLUMN = {
    "type": "object",
    "required": ["name", "unit", "description"],
    "properties": {"name": {"type": "string"}, "unit": {"type": "string"}, "description": {"type": "string"}},
}
_SUMMARY = {
    "type": "object",
    "required": ["rows"],
    "properties": {
        "rows": {"type": "integer", "description": "Number of rows returned."},
        "truncated": {"type": "boolean", "description": "There are more rows than `limit`."},
        "unavailable": {"type": "string", "description": "Why this data cannot answer."},
        "lacking": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Capabilities this data would need to answer, however the question is asked.",
        },
        "notes": {"type": "array", "items": {"type": "string"}, "description": "Unknown values, days not covered."},
        "texts": TEXTS | {"description": "What `unavailable` and `notes` were made of."},
    },
}


def _example(analysis: Analysis) -> dict[str, Any]:
    return {column.name: SCHEMAS[column.unit]["examples"][0] for column in analysis.columns}


def _describe_facts(spec: APISpec) -> None:
    ok = {"content": {"application/json": {"schema": {"type": "object"}}}}
    for path, meaning in {
        "/api/health": "Whether the API can answer: engine, version and age of the data.",
        "/api/dataset": "The data: title, currency, days covered, capabilities.",
        "/api/analyses": "Every analysis with its words, columns and parameters.",
    }.items():
        responses = {"200": {"description": meaning, **ok}, "503": _error("No data, or the warehouse does not answer.")}
        operation = {"operationId": path[5:], "tags": ["about"], "summary": meaning, "responses": responses}
        spec.path(path, operations={"get": operation})


def _describe_loads(spec: APISpec) -> None:
    for path, schema, asked in (
        ("/api/loads", LOADS, LoadsPage),
        ("/api/loads/{load_id}", LOAD, None),
        ("/api/loads/{load_id}/rejected", REJECTED, RejectedPage),
    ):
        meaning = schema["description"]
        responses: dict[str, Any] = {
            "200": {"description": meaning, "content": {"application/json": {"schema": schema}}},
            "503": _error("The application database does not answer."),
        }
        if asked:
            responses["422"] = _error("A parameter is wrong; the details name it.")
        if "{" in path:
            responses["404"] = _error("There is no such load.")
        parameters = [*([LOAD_ID] if "{" in path else []), *(_parameters(asked) if asked else [])]
        name = path[5:].replace("/{load_id}", "_of_load" if asked else "_one").replace("/", "_")
        operation = {"operationId": name, "tags": ["about"], "summary": meaning, "parameters": parameters}
        spec.path(path, operations={"get": {**operation, "responses": responses}})


_SWAGGER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Whitespot API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="docs/swagger/css/swagger-ui.css"></head><body><div id="ui"></div>
<script src="docs/swagger/js/swagger-ui-bundle.js"></script>
<script>const paint = () => {
  const chosen = localStorage.getItem("whitespot-theme");
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.classList.toggle("dark-mode", dark);
};
paint();
addEventListener("storage", paint);
SwaggerUIBundle({url: "openapi.json", dom_id: "#ui", deepLinking: true, validatorUrl: null})</script>
</body></html>"""

_REDOC = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Whitespot API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>body {margin: 0}</style></head>
<body><div id="ui"></div><script src="docs/redoc/js/redoc.standalone.js"></script>
<script>Redoc.init("openapi.json", {disableSearch: false}, document.getElementById("ui"))</script></body></html>"""


@blueprint.get("/docs")
def swagger() -> str:
    """Show the API in Swagger UI."""
    return _SWAGGER


@blueprint.get("/redoc")
def redoc() -> str:
    """Show the API in ReDoc."""
    return _REDOC


@blueprint.get("/docs/<any(swagger, redoc):kind>/<path:name>")
def asset(kind: str, name: str) -> Response:
    """Hand out a file of Swagger UI or ReDoc from the installed package."""
    from importlib.resources import files

    folder = Path(str(files(f"flask_openapi3_{kind}"))) / "templates" / kind
    return send_from_directory(folder, name)

"""Every analysis in words: what the help page and the info texts are made of."""

import orjson
from flask import Blueprint, Response

from api.routes.expose import EXPOSED
from api.services.analysis import Analysis

blueprint = Blueprint("catalogue", __name__, url_prefix="/api")


@blueprint.get("/analyses")
def analyses() -> Response:
    """List the analyses."""
    listed = [_described(e.url, e.analysis) for e in EXPOSED if not e.is_alias]
    return Response(orjson.dumps({"analyses": listed}), mimetype="application/json")


def _described(url: str, analysis: Analysis) -> dict[str, object]:
    return {
        "name": analysis.name,
        "url": url,
        "title": analysis.title,
        "explanation": analysis.explanation,
        "requires": analysis.requires,
        "columns": [{"name": c.name, "unit": c.unit, "description": c.description} for c in analysis.columns],
        "parameters": [
            {"name": name, "description": field.description or "", "required": field.is_required()}
            for name, field in analysis.params.model_fields.items()
        ],
    }

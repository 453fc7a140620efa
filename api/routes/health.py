"""Whether the API can answer, and what it answers from."""

from datetime import UTC, datetime
from typing import cast

import orjson
from flask import Blueprint, Response, current_app
from sqlalchemy.exc import SQLAlchemyError

from api.routes.answers import Answers
from api.services.capabilities import COMES_FROM, NEEDS
from api.services.errors import ServiceError
from api.services.warehouse import Snapshot

blueprint = Blueprint("health", __name__, url_prefix="/api")


@blueprint.get("/health")
def health() -> Response:
    """Say whether the warehouse answers, with engine, version and age of the data."""
    try:
        snapshot = _answers().warehouse.snapshot()
        return _json(200, {"status": "ok", **_facts(snapshot)})
    except (ServiceError, SQLAlchemyError) as error:
        message = error.message if isinstance(error, ServiceError) else "The warehouse does not answer."
        return _json(503, {"status": "unavailable", "message": message})


@blueprint.get("/dataset")
def dataset() -> Response:
    """Describe the data: title, currency, days covered, what it holds and what it lacks."""
    snapshot = _answers().warehouse.snapshot()
    held = snapshot.dataset.capabilities
    holdings = [
        {"name": name, "words": words, "comes_from": COMES_FROM[name], "held": name in held}
        for name, words in NEEDS.items()
    ]
    return _json(200, {**_facts(snapshot), "load_id": snapshot.dataset.load_id, "holdings": holdings})


def _facts(snapshot: Snapshot) -> dict[str, object]:
    data = snapshot.dataset
    age = datetime.now(UTC).replace(tzinfo=None) - data.loaded_at
    return {
        "engine": snapshot.engine.dialect.name,
        "version": data.version,
        "source": data.source,
        "title": data.title,
        "currency": data.currency,
        "first_day": data.first_day,
        "as_of": data.as_of,
        "loaded_at": data.loaded_at.isoformat() + "Z",
        "age_seconds": max(0, int(age.total_seconds())),
        "capabilities": sorted(data.capabilities),
    }


def _answers() -> Answers:
    return cast(Answers, current_app.extensions["answers"])


def _json(status: int, body: dict[str, object]) -> Response:
    return Response(orjson.dumps(body), status=status, mimetype="application/json")

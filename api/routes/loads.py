"""The ledger of loads."""

from typing import cast

import orjson
from flask import Blueprint, Response, current_app, request

from api.services.load_ledger import LoadLedger, LoadsPage, RejectedPage
from api.services.parameters import parsed

blueprint = Blueprint("loads", __name__, url_prefix="/api/loads")


@blueprint.get("")
def loads() -> Response:
    """List the last loads: when, how they ended, and where their rows went."""
    page = parsed(LoadsPage, request.args.to_dict(flat=False))
    return _json({"loads": _ledger().loads(page)})


@blueprint.get("/<load_id>")
def load(load_id: str) -> Response:
    """Show one load: rows per file, table and rule, and control totals."""
    return _json(_ledger().load(load_id))


@blueprint.get("/<load_id>/rejected")
def rejected(load_id: str) -> Response:
    """List rejected rows of a load as they were read: of each table and rule the first thousand."""
    page = parsed(RejectedPage, request.args.to_dict(flat=False))
    return _json(_ledger().rejected(load_id, page))


def _ledger() -> LoadLedger:
    return cast(LoadLedger, current_app.extensions["loads"])


def _json(body: dict[str, object]) -> Response:
    return Response(orjson.dumps(body), mimetype="application/json")

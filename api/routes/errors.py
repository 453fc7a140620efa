"""Errors leave in one shape: code, message, details[parameter, problem]."""

import logging
from collections.abc import Sequence
from typing import Any

import orjson
from flask import Flask, Response, has_request_context, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from api.services.errors import Problem, ServiceError
from api.services.wording import texts_of, worded

log = logging.getLogger(__name__)
WITH_TEXTS = "Whitespot-Texts"
"""Header of a request that wants to know, with `true`, what the texts of an error were made of."""


def register_errors(app: Flask) -> None:
    """Give every error of the application its shape."""
    app.register_error_handler(ServiceError, _known)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(SQLAlchemyError, _unexpected)
    app.register_error_handler(Exception, _unexpected)


def error_response(status: int, code: str, message: str, details: Sequence[Problem] = ()) -> Response:
    """Write one error."""
    told = [{"parameter": each.parameter, "problem": each.problem} for each in details]
    body: dict[str, Any] = {"code": code, "message": message, "details": told}
    if has_request_context() and request.headers.get(WITH_TEXTS) == "true":
        body["texts"] = texts_of([message, *(each.problem for each in details)])
    return Response(orjson.dumps(body), status=status, mimetype="application/json")


def _known(error: ServiceError) -> Response:
    return error_response(error.status, error.code, error.message, error.details)


def _of_http(error: HTTPException) -> Response:
    code = (error.name or "error").lower().replace(" ", "_")
    response = error_response(error.code or 500, code, error.description or error.name)
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers[name] = value
    return response


def _unexpected(error: Exception) -> Response:
    log.exception("unexpected error", exc_info=error)
    return error_response(500, "internal_error", worded("Something went wrong on our side; the log says more."))

"""The Flask application under the dashboard: its headers, and exports where the API runs elsewhere."""

from collections.abc import Sequence

from flask import Flask, Response, jsonify, request

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.reader import read_by

_PASSED_ON = ("Content-Type", "Content-Disposition", "ETag")
_YEAR, _HOUR = 31_536_000, 3_600


def build_server(client: ApiClient) -> Flask:
    """Build an empty server that passes requests for the API on."""
    server = Flask("dash_app", static_folder=None)

    @server.before_request
    def meet_reader() -> None:
        read_by(list(request.accept_languages.values()))

    @server.get("/api/<path:path>")
    def api(path: str) -> Response:
        try:
            answer = client.forward(path, request.query_string.decode())
        except ApiError as error:
            return _refused(error)
        response = Response(answer.content, status=answer.status_code)
        response.headers.update({name: answer.headers[name] for name in _PASSED_ON if name in answer.headers})
        return response

    return server


def protect(server: Flask, script_hashes: Sequence[str]) -> None:
    """Let the browser load nothing from elsewhere, run no script that is not ours, and keep what does not change."""
    policy = "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "connect-src 'self' blob:",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )

    @server.after_request
    def keep(response: Response) -> Response:
        """Let browsers keep our files: those with their moment in the address for good, the others for an hour."""
        if request.path.startswith("/assets/") and response.status_code < 400:
            response.cache_control.no_cache = None
            response.cache_control.max_age = _YEAR if "m" in request.args else _HOUR
        return response

    @server.after_request
    def add_headers(response: Response) -> Response:
        if not request.path.startswith("/api/"):
            response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        return response


def _refused(error: ApiError) -> Response:
    response = jsonify({"code": error.code, "message": error.message, "details": error.details})
    response.status_code = 502
    return response

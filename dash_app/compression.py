"""Sends text compressed; what never changes is compressed once."""

import gzip
import threading

from flask import Flask, Response, request

_TEXT = ("text/", "application/json", "application/geo+json", "image/svg+xml")
_LEAST_BYTES = 1_400
_KEPT_PATHS = ("/_dash-component-suites/", "/assets/")
_MOST_KEPT = 100


def compress(server: Flask) -> None:
    """Compress every text of the server for browsers that take it."""
    kept: dict[tuple[str, str], bytes] = {}
    lock = threading.Lock()

    def packed(path: str, etag: str, body: bytes) -> bytes:
        if not path.startswith(_KEPT_PATHS):
            return gzip.compress(body, 4)
        with lock:
            if (path, etag) not in kept and len(kept) < _MOST_KEPT:
                kept[path, etag] = gzip.compress(body, 7)
        return kept.get((path, etag)) or gzip.compress(body, 4)

    @server.after_request
    def pack(response: Response) -> Response:
        wanted = request.accept_encodings.quality("gzip") > 0 and "Content-Encoding" not in response.headers
        if not wanted or response.status_code != 200 or not (response.mimetype or "").startswith(_TEXT):
            return response
        response.direct_passthrough = False
        body = response.get_data()
        if len(body) < _LEAST_BYTES:
            return response
        response.set_data(packed(request.path, response.get_etag()[0] or "", body))
        response.headers["Content-Encoding"] = "gzip"
        response.headers.pop("Accept-Ranges", None)
        response.vary.add("Accept-Encoding")
        return response

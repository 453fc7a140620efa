"""Addresses of what the browser asks for: each takes the URL of the page, and answers with markup and figures."""

from collections.abc import Callable, Mapping
from typing import Any

import orjson
from flask import Flask, Response, request

from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS, Card
from dash_app.components.palette import hits
from dash_app.components.plain import markup
from dash_app.selection import Selection
from dash_app.served.bar import bar, offer
from dash_app.served.explained import explained
from dash_app.served.filled import filled
from dash_app.served.hits import found
from dash_app.served.place import Place

_AS_PLOTLY = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
_OF_MARKUP = ("heading", "options", "downloads", "content")


def serve(server: Flask, client: ApiClient) -> None:
    """Answer what the browser asks for."""

    @server.get("/cards/<path:key>")
    def fill(key: str) -> Response:
        return _of_card(key, lambda card, place: _filled(client, card, place, request.args.get("face", "chart")))

    @server.get("/receipts/<path:key>")
    def explain(key: str) -> Response:
        return _of_card(key, lambda card, place: {"receipt": markup(explained(client, card, place))})

    @server.get("/bar")
    def follow() -> Response:
        return _as_json(_written(bar(client, Place.read(request.args))))

    @server.get("/members")
    def members() -> Response:
        return _as_json(_written(offer(client, Place.read(request.args), request.args)))

    @server.get("/hits")
    def find() -> Response:
        selection = Selection.read(request.args.get("search"))
        listed = hits(found(client, request.args.get("text", "").strip(), selection))
        return _as_json({"palette-hits": markup(listed)})


def _of_card(key: str, answer: Callable[[Card, Place], dict[str, Any]]) -> Response:
    if key not in CARDS:
        return _as_json({"code": "not_found", "message": f"There is no card {key!r}.", "details": []}, 404)
    return _as_json(answer(CARDS[key], Place.read(request.args)))


def _filled(client: ApiClient, card: Card, place: Place, face: str) -> dict[str, Any]:
    """Parts of a card; those that stay as they are are left out."""
    parts = filled(client, card, place, face)._asdict()
    given = {name: part for name, part in parts.items() if part is not None}
    return given | _written({name: given[name] for name in _OF_MARKUP if name in given})


def _written(parts: Mapping[str, Any]) -> dict[str, str]:
    return {name: markup(part) for name, part in parts.items()}


def _as_json(body: Mapping[str, Any], status: int = 200) -> Response:
    text = orjson.dumps(body, default=list, option=_AS_PLOTLY)
    return Response(text, status, mimetype="application/json", headers={"Cache-Control": "no-store"})

"""Keeps answers and their receipts: asked twice of the same version, a question is computed once."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any, Self

import orjson
from cachelib import BaseCache, RedisCache, SimpleCache
from flask import Response

from api.routes.formats import Format
from api.routes.turns import Turns
from api.services.analysis import Analysis
from api.services.filters import Filters
from api.services.receipt import Receipt
from api.services.warehouse import Snapshot, Warehouse

_KEEP_SECONDS = 24 * 3600
_MOST_KEPT = 5_000
_LARGEST_KEPT = 2_000_000


class Wanted(StrEnum):
    """What the caller wants of the receipt: nothing, the answer with it, or it alone."""

    NONE = "false"
    BESIDE = "true"
    ALONE = "only"


_PARTS = {Wanted.NONE: ("body",), Wanted.BESIDE: ("body", "receipt"), Wanted.ALONE: ("receipt",)}


@dataclass(frozen=True)
class Answers:
    """Answers of one warehouse and the cache before it."""

    warehouse: Warehouse
    cache: BaseCache
    turns: Turns = field(default_factory=Turns)

    @classmethod
    def connect(cls, warehouse: Warehouse, cache_url: str) -> Self:
        """Keep answers in Redis where a URL is given, else in this process."""
        return cls(warehouse, _redis(cache_url) if cache_url else SimpleCache(_MOST_KEPT, _KEEP_SECONDS))

    def respond(self, analysis: Analysis, params: Filters, form: Format, wanted: Wanted = Wanted.NONE) -> Response:
        """Answer in the given format."""
        snapshot = self.warehouse.snapshot()
        key = _key(analysis, params, form, snapshot)
        parts = self._known(key, wanted)
        if None in parts.values():
            with self.turns.of(key):  # cards of a page ask the same at the same time
                parts = self._known(key, wanted)
                if None in parts.values():
                    parts = self._computed(analysis, params, form, snapshot, key)
        body = _written(parts, wanted)
        response = Response(body, mimetype=form.mimetype)
        response.implicit_sequence_conversion = isinstance(body, bytes)  # else asking for its length reads a stream
        response.set_etag(key if wanted is Wanted.NONE else f"{key}-{wanted}")
        response.headers["Cache-Control"] = "private, no-cache"
        if form.suffix != "json":
            name = f"{analysis.name.replace('/', '-')}.{form.suffix}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _known(self, key: str, wanted: Wanted) -> dict[str, Any]:
        return {name: self.cache.get(f"{key}:{name}") for name in _PARTS[wanted]}

    def _computed(
        self, analysis: Analysis, params: Filters, form: Format, snapshot: Snapshot, key: str
    ) -> dict[str, Any]:
        answer = analysis.run(snapshot, params)
        receipt = Receipt.of(answer)
        self.cache.set(f"{key}:receipt", receipt)
        return {"body": self._kept_if_small(f"{key}:body", form.write(answer, receipt)), "receipt": receipt}

    def _kept_if_small(self, key: str, blocks: Iterator[bytes]) -> bytes | Iterable[bytes]:
        """Keep a small body; a large one is handed on block by block as it is written."""
        begun, size = [], 0
        for block in blocks:
            begun.append(block)
            size += len(block)
            if size > _LARGEST_KEPT:
                return chain(begun, blocks)
        body = b"".join(begun)
        self.cache.set(key, body)
        return body


def _written(parts: dict[str, Any], wanted: Wanted) -> bytes | Iterable[bytes]:
    """Write what the caller wants: the body, the JSON of the receipt, or the first with the second inside."""
    if wanted is Wanted.NONE:
        body: bytes | Iterable[bytes] = parts["body"]
        return body
    receipt = orjson.dumps(parts["receipt"].as_dict())
    if wanted is Wanted.ALONE:
        return receipt
    return _joined(parts["body"]).removesuffix(b"}") + b',"receipt":' + receipt + b"}"


def _joined(body: bytes | Iterable[bytes]) -> bytes:
    return body if isinstance(body, bytes) else b"".join(body)


def _key(analysis: Analysis, params: Filters, form: Format, snapshot: Snapshot) -> str:
    canonical = params.model_dump_json(exclude_defaults=True)
    data = snapshot.dataset
    words = f"{data.load_id}:{data.version}:{analysis.name}:{form.suffix}:{canonical}"
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _redis(url: str) -> RedisCache:
    import redis

    return RedisCache(host=redis.Redis.from_url(url), default_timeout=_KEEP_SECONDS, key_prefix="whitespot:")

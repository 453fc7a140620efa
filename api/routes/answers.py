"""Keeps answers: asked twice of the same version, a question is computed once."""

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from cachelib import BaseCache, RedisCache, SimpleCache
from flask import Response

from api.routes.formats import Format
from api.services.analysis import Analysis
from api.services.filters import Filters
from api.services.warehouse import Warehouse

_KEEP_SECONDS = 24 * 3600
_MOST_KEPT = 500
_LARGEST_KEPT = 2_000_000


@dataclass(frozen=True)
class Answers:
    """Answers of one warehouse and the cache before it."""

    warehouse: Warehouse
    cache: BaseCache

    @classmethod
    def connect(cls, warehouse: Warehouse, cache_url: str) -> Self:
        """Keep answers in Redis where a URL is given, else in this process."""
        return cls(warehouse, _redis(cache_url) if cache_url else SimpleCache(_MOST_KEPT, _KEEP_SECONDS))

    def respond(self, analysis: Analysis, params: Filters, form: Format) -> Response:
        """Answer in the given format."""
        snapshot = self.warehouse.snapshot()
        key = _key(analysis, params, form, snapshot.dataset.load_id, snapshot.dataset.version)
        body: Any = self.cache.get(key)
        if body is None:
            body = form.write(analysis.run(snapshot, params))
            if len(body) <= _LARGEST_KEPT:
                self.cache.set(key, body)
        response = Response(body, mimetype=form.mimetype)
        response.set_etag(key)
        response.headers["Cache-Control"] = "private, no-cache"
        if form.suffix != "json":
            name = f"{analysis.name.replace('/', '-')}.{form.suffix}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def _key(analysis: Analysis, params: Filters, form: Format, load_id: str, version: int) -> str:
    canonical = params.model_dump_json(exclude_defaults=True)
    words = f"{load_id}:{version}:{analysis.name}:{form.suffix}:{canonical}"
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _redis(url: str) -> RedisCache:
    import redis

    return RedisCache(host=redis.Redis.from_url(url), default_timeout=_KEEP_SECONDS, key_prefix="whitespot:")

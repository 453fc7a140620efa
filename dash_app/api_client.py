"""The only door to data: asks the API, in this process or over HTTP."""

import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

import httpx
import orjson

from dash_app.answers import ApiError, Dataset, Explained, Result
from dash_app.last_answers import LastAnswers
from dash_app.texts import say

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

Params = Iterable[tuple[str, str]]
_SECONDS = 30.0
_WITH_TEXTS = {"Whitespot-Texts": "true"}
_REMEMBERED_SECONDS = 2.0
_LARGEST = "9"  # as many as have a colour, and those without a category


class ApiClient:
    """Asks the API; safe to share between threads."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self._lock = threading.Lock()
        self._dataset: tuple[float, Dataset] | None = None
        self._categories: dict[int, tuple[str, ...]] = {}
        self._whole = LastAnswers()
        self._members: dict[tuple[int, str], tuple[str, ...]] = {}

    @classmethod
    def in_process(cls, api: "WSGIApplication") -> Self:
        """Ask an API of this process, without a network."""
        transport = httpx.WSGITransport(app=api, raise_app_exceptions=False)
        return cls(httpx.Client(transport=transport, base_url="http://api.internal", timeout=_SECONDS))

    @classmethod
    def over_http(cls, url: str) -> Self:
        """Ask an API elsewhere."""
        return cls(httpx.Client(base_url=url, timeout=_SECONDS, follow_redirects=True))

    def fetch(self, analysis: str, params: Params = ()) -> Result:
        """Answer an analysis.

        Raises ApiError.
        """
        return Result.read(self._json(f"/api/{analysis}", params))

    def whole(self, analysis: str, params: Params, version: int) -> Result:
        """Answer an analysis whose rows will be looked at a screenful at a time: the last answers stay at hand.

        Raises ApiError.
        """
        key = (version, analysis, tuple(params))
        if known := self._whole.get(key):
            return known
        return self._whole.keep(key, self.fetch(analysis, params))

    def catalogue(self) -> dict[str, Explained]:
        """Every analysis in words, by name."""
        listed = map(Explained.read, self._json("/api/analyses")["analyses"])
        return {explained.name: explained for explained in listed}

    def dataset(self, at_least: int = 0) -> Dataset:
        """Facts of the published version, at most two seconds old and not older than version `at_least`."""
        with self._lock:
            known = self._dataset
        if known and time.monotonic() - known[0] < _REMEMBERED_SECONDS and known[1].version >= at_least:
            return known[1]
        dataset = Dataset.read(self._json("/api/dataset"))
        with self._lock:
            self._dataset = (time.monotonic(), dataset)
        return dataset

    def some_members(self, dimension: str, version: int) -> tuple[str, ...]:
        """At most two members of a dimension: enough to know whether there is a choice."""
        key = (version, dimension)
        if key not in self._members:
            rows = self.fetch("members", [("dimension", dimension), ("limit", "2")]).rows
            self._members[key] = tuple(row["member"] for row in rows)
        return self._members[key]

    def largest_categories(self, version: int) -> tuple[str, ...]:
        """Name the categories with the highest revenue of all times, highest first, ties by name."""
        if version not in self._categories:
            asked = [("by", "category"), ("limit", _LARGEST)]
            self._categories[version] = tuple(row["member"] for row in self.fetch("products/sales", asked).rows)
        return self._categories[version]

    def label(self, dimension: str, member: str) -> str:
        """What a member of a dimension is called; its own value where the data does not know it."""
        asked = [("dimension", dimension), ("search", member[:100])]
        rows = self.fetch("members", asked).rows
        return next((row["label"] for row in rows if row["member"] == member), member)

    def loads(self) -> list[dict[str, Any]]:
        """Last loads, newest first."""
        loads: list[dict[str, Any]] = self._json("/api/loads")["loads"]
        return loads

    def rejected(self, load_id: str, params: Params = ()) -> dict[str, Any]:
        """Rejected rows of a load, a page at a time."""
        return self._json(f"/api/loads/{quote(load_id, safe='')}/rejected", params)

    def receipt(self, analysis: str, params: Params = ()) -> dict[str, Any]:
        """How an answer came to be."""
        return self._json(f"/api/{analysis}", [*params, ("receipt", "only")])

    def forward(self, path: str, query: str) -> httpx.Response:
        """Pass a request on as it is, for exports of a dashboard that runs without an API of its own."""
        try:
            return self._http.get(f"/api/{path}?{query}")
        except httpx.HTTPError as error:
            raise _unreachable() from error

    def _json(self, path: str, params: Params = ()) -> dict[str, Any]:
        try:
            response = self._http.get(path, params=list(params), headers=_WITH_TEXTS)
        except httpx.HTTPError as error:
            raise _unreachable() from error
        body = _body(response)
        if response.is_success:
            return body
        raise ApiError.read(body)


def _body(response: httpx.Response) -> dict[str, Any]:
    try:
        body: dict[str, Any] = orjson.loads(response.content)
    except orjson.JSONDecodeError as error:
        raise ApiError("not_an_answer", say("What answers there is not the API: check API_URL.")) from error
    return body


def _unreachable() -> ApiError:
    return ApiError("unreachable", say("The API does not answer; try again in a moment."))

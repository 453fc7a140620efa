"""Asks in idle time what most people will ask next, so that it is known by then."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self

from dash_app.answers import ApiError, Dataset
from dash_app.api_client import ApiClient
from dash_app.components.card import Card
from dash_app.pages import PAGES
from dash_app.periods import DEFAULT, PERIODS
from dash_app.selection import DIMENSIONS, Selection
from dash_app.served.asked import answered
from dash_app.served.place import Place

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
_IDLE_SECONDS = 0.5
_LOOK_SECONDS = 5.0
_START_SECONDS = 3.0
"""The first page after a start is not to wait for others."""
log = logging.getLogger("whitespot")


class Ahead:
    """A site that asks itself ahead: after every publish all cards of the rail's pages, while nobody waits.

    Asked for are each named period, and the usual one under a filter of each kind: a first statement of its kind
    takes twice as long as the next, because SQLAlchemy has to write it.
    """

    def __init__(self, site: Wsgi, client: ApiClient) -> None:
        self._site = site
        self.client = client
        self._lock = threading.Lock()
        self._serving = 0
        self._served_at = 0.0
        self._stopped = threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Serve a request; while one is served, nothing is asked ahead."""
        with self._lock:
            self._serving += 1
        try:
            return self._site(environ, start_response)
        finally:
            with self._lock:
                self._serving -= 1
                self._served_at = time.monotonic()

    def start(self) -> Self:
        """Follow what is published, on a thread of its own."""
        threading.Thread(target=self._follow, name="ahead", daemon=True).start()
        return self

    def stop(self) -> None:
        """Ask ahead no more."""
        self._stopped.set()

    def ask(self, dataset: Dataset) -> int:
        """Ask ahead as long as this version is the one published; return the number of cards asked for."""
        asked = 0
        self._wait_for_rest()
        self.client.largest_categories(dataset.version)
        for search, path, card in _likely(self.client, dataset):
            self._wait_for_rest()
            if self._stopped.is_set() or self.client.dataset().version != dataset.version:
                break
            self._ask(card, Place(search, path=path))
            asked += 1
        return asked

    def _ask(self, card: Card, place: Place) -> None:
        scene = place.scene(self.client, card)
        if card.waits and card.waits(scene):
            return
        try:
            answered(self.client, card, scene)
        except ApiError as error:
            log.info("asking %s ahead: %s", card.key, error)

    def _follow(self) -> None:
        known = 0
        self._stopped.wait(_START_SECONDS)
        while not self._stopped.is_set():
            try:
                dataset = self.client.dataset()
                if dataset.version != known:
                    begun = time.monotonic()
                    known = dataset.version
                    asked = self.ask(dataset)
                    log.info("asked %s cards of version %s ahead in %.0f s", asked, known, time.monotonic() - begun)
            except ApiError:
                known = 0  # no data yet, or out of reach: looked for again
            self._stopped.wait(_LOOK_SECONDS)

    def _wait_for_rest(self) -> None:
        while self._serving or time.monotonic() - self._served_at < _IDLE_SECONDS:
            if self._stopped.wait(_IDLE_SECONDS / 10):
                break


def _likely(client: ApiClient, dataset: Dataset) -> Iterator[tuple[str, str, Card]]:
    """Query, path and card, the likeliest first."""
    pages = [page for page in PAGES if page.in_rail]
    periods = (Selection().within(period) for period in sorted(PERIODS, key=lambda period: period != DEFAULT))
    for selection in (*periods, *_filters(client, dataset)):
        yield from ((selection.link, page.path, card) for page in pages for card in page.cards)


def _filters(client: ApiClient, dataset: Dataset) -> Iterator[Selection]:
    for dimension in DIMENSIONS:
        members = client.some_members(dimension, dataset.version)
        yield from (Selection().replaced({dimension: member}) for member in members[:1])

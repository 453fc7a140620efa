"""Brings finished star tables to readers, in one step, on any engine.

A load holds `load_lock`, reads what is published (`open_published`), builds a version beside it (`build`)
and points readers to it (`switch`). Whatever dies on the way leaves the old version as it was.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from api.models.warehouse.versions import published_version
from data.loading.publishing import verify
from data.loading.publishing.explain import explaining
from data.loading.publishing.target import Progress, Staging, Target, target_of

__all__ = ["Progress", "build", "load_lock", "open_published", "switch", "upgrade", "upgrade_app"]


@contextmanager
def load_lock(url: str) -> Iterator[None]:
    """Keep other loads of a warehouse out and bring the schema of its published version up to date.

    Raises LoadRunning when one is at work; a dead one does not count.
    """
    target = target_of(url)
    with ExitStack() as held:
        with explaining(url, *target.errors):
            held.enter_context(target.lock())
            _bring_up_to_date(target, url)
        yield


def open_published(connection: duckdb.DuckDBPyConnection, url: str) -> int | None:
    """Show the published tables to the staging connection as `published` and return their version, None before any."""
    target = target_of(url)
    with explaining(url, *target.errors):
        version = published_version(url)
        if version is not None:
            target.attach(connection, version)
        return version


def build(
    connection: duckdb.DuckDBPyConnection, scratch: Path, url: str, version: int, progress: Progress | None = None
) -> None:
    """Bring the staging tables into a new version, verified and on the disk, but not yet published.

    scratch : folder for files that live a moment.
    Raises LoadError when it did not arrive whole.
    """
    target = target_of(url)
    with explaining(url, *target.errors):
        if version <= (published_version(url) or 0):
            raise ValueError(f"version {version} is published or older than what is")
        try:
            target.build(Staging(connection, scratch, progress or _silent), version)
            verify.compare(verify.staged(connection), verify.stored(url, version))
        except Exception:
            target.remove(version)
            raise


def switch(url: str, version: int) -> None:
    """Let readers see a version; keep the one before it and remove all others."""
    target = target_of(url)
    with explaining(url, *target.errors):
        target.publish(version)
        before = [other for other in sorted(target.versions()) if other < version]
        for other in target.versions() - {version, *before[-1:]}:
            target.remove(other)


def upgrade(url: str) -> None:
    """Bring the schema of the published version to the newest revision; without one there is nothing to do."""
    with load_lock(url):
        pass


def upgrade_app(database_url: str) -> None:
    """Bring the application database to the newest revision, creating it where it does not exist."""
    from data.loading.publishing.application import upgrade_application

    with explaining(database_url):
        upgrade_application(database_url)


def _bring_up_to_date(target: Target, url: str) -> None:
    from data import migrations

    version = published_version(url)
    if version is None:
        return
    if target.revision(version) != migrations.head("warehouse"):
        target.upgrade(version)


def _silent(table: str, rows: int) -> None:
    """Take no notice."""

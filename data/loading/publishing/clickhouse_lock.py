"""A lock on ClickHouse, which has none: whoever loads enters himself, looks for others, and keeps showing life.

Two that come at once both see the other, and both go: never do both stay.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from uuid import uuid4

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from data.loading.errors import LoadRunning

_BEAT_SECONDS = 15
_DEAD_AFTER_SECONDS = 60

_TABLE = """
    CREATE TABLE IF NOT EXISTS load_lock
    (id String, host String, process Int64, beat DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC'))
    ENGINE = MergeTree ORDER BY id
"""
_ENTER = text("INSERT INTO load_lock (id, host, process) VALUES (:id, :host, :process)")
_LEAVE = text(
    "ALTER TABLE load_lock DELETE WHERE id = :id OR beat < now64(3) - INTERVAL 1 DAY SETTINGS mutations_sync = 1"
)
_OTHERS = text(
    "SELECT host, process FROM load_lock WHERE id != :id GROUP BY id, host, process "
    "HAVING max(beat) > now64(3) - toIntervalSecond(:seconds)"
)


@contextmanager
def hold(url: str) -> Iterator[None]:
    """Keep other loads out.

    Raises LoadRunning. A dead process of this machine does not count, one of another machine not after a minute.
    """
    me = {"id": uuid4().hex, "host": socket.gethostname(), "process": os.getpid()}
    with create_engine(url, poolclass=NullPool).connect() as connection:
        connection.exec_driver_sql(_TABLE)
        connection.execute(_ENTER, me)
        try:
            _refuse_company(connection, str(me["id"]))
            with _beating(url, me):
                yield
        finally:
            connection.execute(_LEAVE, {"id": me["id"]})


def _refuse_company(connection: Connection, me: str) -> None:
    others = connection.execute(_OTHERS, {"id": me, "seconds": _DEAD_AFTER_SECONDS}).fetchall()
    for host, process in others:
        if host != socket.gethostname() or _alive(process):
            raise LoadRunning(f"Another load is running on {host} (process {process}): wait until it is done.")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _beating(url: str, me: dict[str, object]) -> Iterator[None]:
    done = Event()
    thread = Thread(target=_beat, args=(url, me, done), name="load lock", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _beat(url: str, me: dict[str, object], done: Event) -> None:
    while not done.wait(_BEAT_SECONDS):
        with create_engine(url, poolclass=NullPool).connect() as connection:
            connection.execute(_ENTER, me)

"""Runs a query on the configured engine, always on one published version."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, CursorResult, Engine, Select, create_engine, select
from sqlalchemy.exc import DBAPIError

from api.models.warehouse import dataset
from api.models.warehouse.versions import published_version, version_url
from api.services.errors import NoDataYet, TooSlow, Unavailable
from api.services.quantiles import teach_quantiles
from api.services.statements import as_run
from api.services.wording import worded, worded_n

Row = dict[str, Any]
Whole = NDArray[np.int64]
_BATCH = 50_000
_POINTER_SECONDS = 1.0


@dataclass(frozen=True)
class Dataset:
    """What the published version holds."""

    version: int
    source: str
    title: str
    currency: str
    loaded_at: datetime
    first_day: date | None
    as_of: date | None
    split_orders: bool
    capabilities: frozenset[str]
    load_id: str


@dataclass(frozen=True)
class Snapshot:
    """One published version, open for reading."""

    engine: Engine
    dataset: Dataset
    query_seconds: int
    known: set[tuple[str, str]] = field(default_factory=set, compare=False)
    """Filters and values that the data was found to hold."""

    def rows(self, query: Select[Any]) -> list[Row]:
        """Answer a query as a list of rows."""
        return self.rows_with_sql(query)[0]

    def rows_with_sql(self, query: Select[Any]) -> tuple[list[Row], str]:
        """Answer a query as a list of rows, with the statement that gave them."""
        with self._connection() as connection:
            result = connection.execute(query)
            names = list(result.keys())
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()], as_run(result)

    def frame(self, query: Select[Any]) -> pd.DataFrame:
        """Answer a query as a data frame."""
        with self._connection() as connection:
            result = connection.execute(query)
            return pd.DataFrame(result.fetchall(), columns=list(result.keys()))

    def arrays_with_sql(self, query: Select[Any]) -> tuple[dict[str, Whole], str]:
        """Answer a query of whole numbers as one array per column, for millions of rows, with the statement."""
        with self._connection() as connection:
            if connection.dialect.name == "duckdb":
                result = connection.execute(query)
                return dict(_cursor(result).fetchnumpy()), as_run(result)
            result = connection.execution_options(yield_per=_BATCH).execute(query)
            names, blocks = list(result.keys()), [np.array(batch, dtype=np.int64) for batch in result.partitions()]
        columns = np.concatenate([np.empty((0, len(names)), dtype=np.int64), *blocks])
        return dict(zip(names, columns.T, strict=True)), as_run(result)

    def stream(self, query: Select[Any], size: int = 10_000) -> Iterator[Row]:
        """Answer a query row by row, for exports that do not fit into memory."""
        with self._connection() as connection:
            for batch in connection.execution_options(yield_per=size).execute(query).mappings().partitions(size):
                yield from (dict(row) for row in batch)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        limit = _Limit()
        try:
            with self.engine.connect() as connection, _time_limit(connection, self.query_seconds, limit):
                yield connection
        except (DBAPIError, RuntimeError) as error:
            if limit.reached or _gave_up(error):
                raise TooSlow(
                    worded_n(
                        "This took longer than {n} second: narrow the period or the place.",
                        "This took longer than {n} seconds: narrow the period or the place.",
                        self.query_seconds,
                    )
                ) from error
            raise


def _cursor(result: CursorResult[Any]) -> Any:
    """DuckDB's own cursor, which has more ways to give a result than SQLAlchemy knows."""
    return result.cursor


@dataclass
class _Limit:
    reached: bool = False


@contextmanager
def _time_limit(connection: Connection, seconds: int, limit: _Limit) -> Iterator[None]:
    """Interrupt an embedded engine that takes too long; servers keep their own clock."""
    if connection.dialect.name not in ("duckdb", "sqlite"):
        yield
        return
    raw: Any = connection.connection.driver_connection

    def stop() -> None:
        limit.reached = True
        raw.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _gave_up(error: Exception) -> bool:
    """Whether a server stopped at its time limit."""
    return "statement timeout" in str(error) or "TIMEOUT_EXCEEDED" in str(error)


@dataclass
class Warehouse:
    """The door to the published version; notices a new one by itself."""

    url: str
    query_seconds: int = 25
    memory: str = ""
    threads: int = 0
    _open: Snapshot | None = None
    _looked_at: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def snapshot(self) -> Snapshot:
        """Open the version published now.

        Raises NoDataYet before the first load and Unavailable when the engine does not answer.
        """
        with self._lock:
            if self._open is None or time.monotonic() - self._looked_at > _POINTER_SECONDS:
                self._open = self._current(self._open)
                self._looked_at = time.monotonic()
            return self._open

    def close(self) -> None:
        """Give the connections back; the next question opens them again."""
        with self._lock:
            if self._open:
                self._open.engine.dispose()
            self._open = None

    def _current(self, known: Snapshot | None) -> Snapshot:
        try:
            version = published_version(self.url)
            if version is None:
                raise NoDataYet(
                    worded("No data has been loaded yet. Run `python -m data load <source> <folder>` or `make run`.")
                )
            if known and known.dataset.version == version:
                return known
            fresh = self._opened(version)
            if known:
                known.engine.dispose()
            return fresh
        except DBAPIError as error:
            raise Unavailable(worded("The warehouse does not answer; try again in a moment.")) from error

    def _opened(self, version: int) -> Snapshot:
        engine = _engine(self, version)
        with engine.connect() as connection:
            row = connection.execute(select(dataset)).mappings().one()
        values = {**row, "capabilities": frozenset(str(row["capabilities"]).split())}
        return Snapshot(engine, Dataset(**values), self.query_seconds)


def _engine(warehouse: Warehouse, version: int) -> Engine:
    url = version_url(warehouse.url, version)
    kind = url.get_backend_name()
    if kind == "duckdb":
        config = {"memory_limit": warehouse.memory, "threads": warehouse.threads or ""}
        arguments: dict[str, Any] = {"read_only": True, "config": {k: v for k, v in config.items() if v}}
        return create_engine(url, connect_args=arguments, pool_size=8, max_overflow=32)
    if kind == "postgresql":
        options = f"{url.query['options']} -cstatement_timeout={warehouse.query_seconds * 1000}"
        return create_engine(
            url.update_query_dict({"options": options}), pool_size=8, max_overflow=8, pool_pre_ping=True
        )
    if kind == "clickhousedb":
        settings = {"max_execution_time": warehouse.query_seconds, "join_use_nulls": 1}
        return create_engine(url).execution_options(settings=settings)
    return teach_quantiles(create_engine(url))

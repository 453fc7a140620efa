"""Reads the ledger of loads: where the rows of every load went, and those that were turned away."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Engine, Select, create_engine, func, inspect, make_url, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from api.models.app import Load, LoadCount, RejectedRow
from api.services.errors import NotFound, Unavailable
from api.services.wording import worded

_FURTHEST = 1_000_000_000
_FATES = ("kept", "repaired", "returned", "rejected")


class LoadsPage(BaseModel):
    """Which loads are wanted."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=200, description="Most loads returned, newest first.")] = 20
    offset: Annotated[int, Field(ge=0, le=_FURTHEST, description="Loads to leave out before the first.")] = 0


class RejectedPage(BaseModel):
    """Which rejected rows are wanted."""

    model_config = ConfigDict(extra="forbid")

    table: Annotated[str, Field(description="Canonical table they were meant for; all where not said.")] = ""
    rule: Annotated[str, Field(description="Rule they broke; all where not said.")] = ""
    limit: Annotated[int, Field(ge=1, le=1_000, description="Most rows returned.")] = 100
    offset: Annotated[int, Field(ge=0, le=_FURTHEST, description="Rows to leave out before the first.")] = 0


class LoadLedger:
    """The ledger in an application database; where there is none yet, there were no loads."""

    def __init__(self, database_url: str) -> None:
        self._url = make_url(database_url)

    def loads(self, page: LoadsPage) -> list[dict[str, Any]]:
        """Last loads, newest first."""
        newest_first = select(Load).order_by(Load.started_at.desc(), Load.load_id)
        return [_described(load) for load in self._read(Load, newest_first.limit(page.limit).offset(page.offset))]

    def load(self, load_id: str) -> dict[str, Any]:
        """Return one load.

        Raises NotFound.
        """
        for load in self._read(Load, select(Load).where(Load.load_id == load_id)):
            return _described(load)
        raise NotFound(worded("There is no such load."))

    def rejected(self, load_id: str, page: RejectedPage) -> dict[str, Any]:
        """Rejected rows of a load, by table and rule.

        Raises NotFound.
        """
        load = self.load(load_id)
        wanted = {"table_name": page.table, "rule": page.rule}
        given = {name: value for name, value in wanted.items() if value}
        rows = select(RejectedRow).filter_by(load_id=load_id, **given).order_by(RejectedRow.position)
        stored = self._stored(load_id)
        return {
            "load_id": load_id,
            "rules": [{**rule, "stored": stored[rule["table"], rule["rule"]]} for rule in _rules(load["counts"])],
            "rows": [_row(row) for row in self._read(RejectedRow, rows.limit(page.limit).offset(page.offset))],
        }

    def _stored(self, load_id: str) -> Counter[tuple[str, str]]:
        """How many rows of each table and rule are there to look at."""
        by = (RejectedRow.table_name, RejectedRow.rule)
        counted = select(*by, func.count()).where(RejectedRow.load_id == load_id).group_by(*by)
        return Counter({(table, rule): rows for table, rule, rows in self._tuples(RejectedRow, counted)})

    def _read(self, model: Any, query: Select[Any]) -> list[Any]:
        return [row[0] for row in self._tuples(model, query)]

    def _tuples(self, model: Any, query: Select[*tuple[Any, ...]]) -> list[Any]:
        if self._url.get_backend_name() == "sqlite" and not Path(str(self._url.database)).exists():
            return []  # looking would create the file
        try:
            with Session(self._engine) as session:
                if not inspect(session.connection()).has_table(model.__tablename__):
                    return []
                return list(session.execute(query))
        except DBAPIError as error:
            raise Unavailable(worded("The application database does not answer; try again in a moment.")) from error

    @cached_property
    def _engine(self) -> Engine:
        return create_engine(self._url, poolclass=NullPool)


def _described(load: Load) -> dict[str, Any]:
    same = ("load_id", "source", "status", "message", "version", "seconds")
    orders = {"new": load.orders_new, "changed": load.orders_changed, "unchanged": load.orders_unchanged}
    return {
        **{name: getattr(load, name) for name in same},
        "started_at": load.started_at.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z"),
        "orders": orders,
        "files": _summed(load.counts, "file"),
        "tables": _summed((count for count in load.counts if count.table_name), "table_name"),
        "counts": [_count(count) for count in load.counts],
        "control_totals": [
            {"name": t.name, "expected": t.expected, "found": t.found, "agrees": t.agrees} for t in load.control_totals
        ],
    }


def _summed(counts: Iterable[LoadCount], by: str) -> list[dict[str, Any]]:
    """Rows per file or table and fate; `rows` is all of them."""
    fates: dict[str, Counter[str]] = {}
    for count in counts:
        if count.outcome in _FATES:
            fates.setdefault(getattr(count, by), Counter())[count.outcome] += count.rows
    name = by.removesuffix("_name")
    return [{name: key, "rows": met.total(), **{fate: met[fate] for fate in _FATES}} for key, met in fates.items()]


def _count(count: LoadCount) -> dict[str, Any]:
    same = {name: getattr(count, name) for name in ("file", "outcome", "rule", "rows")}
    return {**same, "table": count.table_name}


def _rules(counts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rejected rows per table and rule."""
    rows: Counter[tuple[str, str]] = Counter()
    for count in counts:
        if count["outcome"] == "rejected":
            rows[count["table"], count["rule"]] += count["rows"]
    return [{"table": table, "rule": rule, "rows": many} for (table, rule), many in rows.items()]


def _row(row: RejectedRow) -> dict[str, Any]:
    return {
        "table": row.table_name,
        "rule": row.rule,
        "file": row.file,
        "record": row.record,
        "content": orjson.loads(row.content),
    }

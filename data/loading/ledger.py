"""The ledger: every load, how it ended and where its rows went."""

from typing import Any

from sqlalchemy import Select, create_engine, delete, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from api.models.app import ControlTotal, Load, LoadCount, RejectedRow
from data.loading.publishing import upgrade_app
from data.loading.report import LoadReport

LOADS_WITH_ROWS = 10
"""Loads of a warehouse whose rejected rows are kept; counts are kept of all."""


class Ledger:
    """The ledger in an application database, which is made where there is none."""

    def __init__(self, database_url: str) -> None:
        upgrade_app(database_url)
        self.engine = create_engine(database_url, poolclass=NullPool)

    def start(self, report: LoadReport) -> None:
        """Note a load that begins."""
        with Session(self.engine) as session, session.begin():
            session.add(_entry(report))

    def bury(self, report: LoadReport) -> None:
        """Note that other loads of the warehouse that seem to run have died: `report` holds the load lock."""
        died = {"status": "failed", "message": "The load died before it could say how it ended."}
        others = (Load.warehouse == report.warehouse, Load.status == "running", Load.load_id != report.load_id)
        with Session(self.engine) as session, session.begin():
            session.execute(update(Load).where(*others).values(died))

    def finish(self, report: LoadReport) -> None:
        """Note how a load ended, and what it turned away."""
        of_old_loads = RejectedRow.load_id.not_in(_last_loads(report.warehouse, LOADS_WITH_ROWS))
        same_warehouse = select(Load.load_id).where(Load.warehouse == report.warehouse)
        with Session(self.engine) as session, session.begin():
            session.merge(_entry(report))
            session.flush()
            session.execute(delete(RejectedRow).where(RejectedRow.load_id.in_(same_warehouse), of_old_loads))
            if report.rejections:
                session.execute(insert(RejectedRow), _rejected_rows(report))

    def last(self, how_many: int) -> list[Load]:
        """The last loads, newest first."""
        with Session(self.engine) as session:
            newest_first = select(Load).order_by(Load.started_at.desc(), Load.load_id).limit(how_many)
            return list(session.scalars(newest_first))


def _last_loads(warehouse: str, how_many: int) -> Select[str]:
    newest_first = (Load.started_at.desc(), Load.load_id)
    return select(Load.load_id).where(Load.warehouse == warehouse).order_by(*newest_first).limit(how_many)


def _rejected_rows(report: LoadReport) -> list[dict[str, Any]]:
    same = ("rule", "file", "record", "content")
    return [
        {"load_id": report.load_id, "position": n, "table_name": r.table, **{name: getattr(r, name) for name in same}}
        for n, r in enumerate(report.rejections)
    ]


def _entry(report: LoadReport) -> Load:
    entry = Load(
        load_id=report.load_id,
        warehouse=report.warehouse,
        source=report.source,
        folder=report.folder,
        status=report.status,
        message=report.message,
        version=report.version,
        started_at=report.started_at,
        seconds=report.seconds,
        orders_new=report.orders_new,
        orders_changed=report.orders_changed,
        orders_unchanged=report.orders_unchanged,
    )
    entry.counts = [
        LoadCount(position=n, file=c.file, table_name=c.table, outcome=c.outcome, rule=c.rule, rows=c.rows)
        for n, c in enumerate(report.counts)
    ]
    entry.control_totals = [
        ControlTotal(position=n, name=t.name, expected=t.expected, found=t.found)
        for n, t in enumerate(report.control_totals)
    ]
    return entry

"""The ledger as people and programs read it."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from api.models.app import Load, LoadCount
from data.loading.report import LoadReport


def summary(report: LoadReport) -> str:
    """One line about a load that went well."""
    if report.status == "unchanged":
        return f"Nothing new: version {report.version} already holds all of it ({report.seconds:.1f} s)."
    rejected = sum(count.rows for count in report.counts if count.outcome == "rejected")
    changed = f", {report.orders_changed:,} changed" if report.orders_changed else ""
    return (
        f"Published version {report.version} of {report.source}: {report.orders_new:,} new orders{changed}; "
        f"{rejected:,} rows rejected ({report.seconds:.1f} s). See: python -m data ledger"
    )


def as_json(loads: Sequence[Load]) -> str:
    """Everything the ledger knows."""
    return json.dumps([_entry(load) for load in loads], indent=2, ensure_ascii=False)


def as_text(loads: Sequence[Load]) -> str:
    """The ledger for people, oldest first, so that the newest stands right above the prompt."""
    return "\n\n".join("\n".join(_lines(load)) for load in reversed(loads)) or "No load yet."


def _entry(load: Load) -> dict[str, Any]:
    simple = {column.key: getattr(load, column.key) for column in Load.__table__.columns}
    simple["started_at"] = load.started_at.replace(tzinfo=UTC).isoformat()
    counts = [
        {"file": c.file, "table": c.table_name, "outcome": c.outcome, "rule": c.rule, "rows": c.rows}
        for c in load.counts
    ]
    totals = [
        {"name": t.name, "expected": t.expected, "found": t.found, "agrees": t.agrees} for t in load.control_totals
    ]
    return {**simple, "files": _files(load), "counts": counts, "control_totals": totals}


def _files(load: Load) -> list[str]:
    return [count.file for count in load.counts if count.outcome == "read"]


def _lines(load: Load) -> Iterator[str]:
    version = f" version {load.version}" if load.version else ""
    seconds = f", {load.seconds:.1f} s" if load.seconds is not None else ""
    yield f"{load.started_at:%Y-%m-%d %H:%M:%S} UTC  {load.source}  {load.status}{version}{seconds}  {load.folder}"
    if load.message:
        yield f"  {load.message}"
    if load.status in ("published", "unchanged"):
        yield f"  orders: {load.orders_new:,} new, {load.orders_changed:,} changed, {load.orders_unchanged:,} unchanged"
    for file in [*_files(load), ""]:
        counts = [count for count in load.counts if count.file == file]
        if counts:
            yield f"  {file or 'made from them'}"
            yield from (f"    {_fate(count)}" for count in counts)
    for total in load.control_totals:
        agrees = "agrees" if total.agrees else f"loaded {total.found}"
        yield f"  {total.name}: {total.expected} in the files, {agrees}"


def _fate(count: LoadCount) -> str:
    if count.outcome == "read":
        return f"{count.rows:>12,} read"
    rule = f" by {count.rule}" if count.rule else ""
    return f"{count.rows:>12,} {count.outcome}{rule} ({count.table_name})"

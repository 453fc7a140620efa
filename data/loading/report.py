"""What a load did."""

from dataclasses import dataclass, field
from datetime import datetime

from data.loading.accounting import Count
from data.loading.rejections import Rejection


@dataclass(frozen=True)
class ControlTotal:
    """One figure as the source states it and as it was loaded."""

    name: str
    expected: str
    found: str
    must_agree: bool = True


@dataclass
class LoadReport:
    """One load, as the ledger keeps it; it is filled while the load runs."""

    load_id: str
    source: str
    folder: str
    warehouse: str
    started_at: datetime
    status: str = "running"
    message: str = ""
    version: int | None = None
    seconds: float | None = None
    orders_new: int = 0
    orders_changed: int = 0
    orders_unchanged: int = 0
    counts: list[Count] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    control_totals: list[ControlTotal] = field(default_factory=list)

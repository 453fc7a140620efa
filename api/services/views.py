"""The tables questions are asked of: what is left of the facts once the filters have spoken.

An analysis selects from these; the frame adds their definitions (`filters.py`) to its query, so no analysis can forget
a filter. Each is a plain name here and a common table expression in the SQL.
"""

from datetime import date

from sqlalchemy import ColumnElement, Table, column, or_, table
from sqlalchemy.sql.expression import TableClause

from api.models.warehouse import customer, order, order_item, returned_item, visit


def _view(name: str, fact: Table, leave_out: tuple[str, ...] = ()) -> TableClause:
    return table(name, *(column(c.name, c.type) for c in fact.c if c.name not in leave_out))


_MOMENTS = ("ordered_at", "approved_at", "shipped_at", "delivered_at", "promised_at")
_HEADER_ONLY = ("order_id", "status", "live", "total", "previous_day", *_MOMENTS)

sale = _view("sale", order, leave_out=_HEADER_ONLY)
"""One row per live order; under a product filter only its lines of those products count."""

store_sale = _view("store_sale", order, leave_out=_HEADER_ONLY)
"""One row per live order and store with a line in it."""

purchase = table(
    "purchase",
    *(column(name, order.c[name].type) for name in ("customer_key", "day", "previous_day")),
    column("gross", order.c.amount.type),
)
"""One row per live order of a known customer: money in millionths, and the day of the one before in the selection."""

line = _view("line", order_item, leave_out=("live", *(c.name for c in order_item.c if c.info.get("derived"))))
"""One row per line of a live order."""

returned = _view("returned", returned_item)
"""One row per returned line, by the day it came back."""

person = _view("person", customer)
"""One row per known person whose home is in the selection."""

store_visit = _view("store_visit", visit)
"""One row per known customer and store with a live order of theirs: number, money in millionths and last day."""

buyer = _view("buyer", visit, leave_out=("store_key",))
"""One row per known customer with a live order: number, money in millionths and last day."""


def opens(period: ColumnElement[date]) -> ColumnElement[bool]:
    """Whether a purchase is its customer's first in the period that starts on this day; counting them counts people."""
    before = purchase.c.previous_day
    return or_(before.is_(None), before < period)

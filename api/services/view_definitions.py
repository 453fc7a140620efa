"""What the filters leave of the facts: a common table expression for each of the views."""

from collections.abc import Callable, Set
from typing import Any

from sqlalchemy import CTE, ColumnElement, FromClause, Select, case, func, select
from sqlalchemy.sql.expression import TableClause

from api.models.warehouse import customer, order, order_item, returned_item, visit
from api.services.filters import Filters
from api.services.places import in_places
from api.services.sql import total
from api.services.views import buyer, line, person, purchase, returned, sale, store_sale, store_visit
from api.services.warehouse import Dataset


def definitions(filters: Filters, data: Dataset, used: Set[Any]) -> list[CTE]:
    """Define those views of `views.py` that are used, under these filters."""
    return [_view(define(filters, data), view) for view, define in _DEFINED.items() if view in used]


def _sales(filters: Filters, data: Dataset) -> Select[Any]:
    if len(filters.category) == 1 and not (filters.sku or data.split_orders):
        return _orders_of_a_category(filters)
    if filters.by_product or (data.split_orders and filters.store):
        return _orders_of_lines(filters, by_store=False)
    return select(*_shared(order, sale)).where(order.c.live, filters.event_clause(order))


def _store_sales(filters: Filters, data: Dataset) -> Select[Any]:
    return _orders_of_lines(filters, by_store=True) if data.split_orders else _sales(filters, data)


def _orders_of_a_category(filters: Filters) -> Select[Any]:
    """What each order holds of the category is stored with the first of its lines there, and nowhere NULL on these."""
    names = {name: f"category_{name}" for name in ("quantity", "amount", "freight")} | {"line_count": "category_lines"}
    stored = {name: func.coalesce(order_item.c[kept], 0).label(name) for name, kept in names.items()}
    columns = [stored[c.name] if c.name in stored else order_item.c[c.name] for c in sale.c]
    is_first = order_item.c.category_lines.is_not(None)
    clauses = (filters.event_clause(order_item), filters.product_clause(order_item))
    return select(*columns).where(order_item.c.live, is_first, *clauses)


def _orders_of_lines(filters: Filters, by_store: bool) -> Select[Any]:
    groups = [order_item.c.order_key, *([order_item.c.store_key] if by_store else [])]
    sums = ("quantity", "amount", "freight")
    same = [c.name for c in sale.c if c.name not in {*sums, "line_count", *(g.name for g in groups)}]
    return (
        select(
            *groups,
            *(func.min(order_item.c[name]).label(name) for name in same),
            func.count().label("line_count"),
            *(total(order_item.c[name]).label(name) for name in sums),
        )
        .where(order_item.c.live, filters.event_clause(order_item), filters.product_clause(order_item))
        .group_by(*groups)
    )


def _purchases(filters: Filters, data: Dataset) -> Select[Any]:
    """The stored day before holds where each customer's orders count all or not at all; else it is looked for."""
    if filters.keeps_customers_whole:
        clauses = (order.c.live, order.c.customer_key > 0, filters.event_clause(order))
        return select(*_bought(order), _since(order.c.previous_day, filters)).where(*clauses)
    sold = _sales(filters, data).subquery("sold")
    absent_at_first = case((sold.c.day.is_not(None), sold.c.day))
    before = func.lag(absent_at_first).over(partition_by=sold.c.customer_key, order_by=(sold.c.day, sold.c.order_key))
    return select(*_bought(sold), before.label("previous_day")).where(sold.c.customer_key > 0)


def _bought(fact: FromClause) -> list[ColumnElement[Any]]:
    return [fact.c.customer_key, fact.c.day, (fact.c.amount + fact.c.freight).label("gross")]


def _since(day: ColumnElement[Any], filters: Filters) -> ColumnElement[Any]:
    """The day where the selection holds it, else nothing."""
    return (case((day >= filters.start, day)) if filters.start else day).label("previous_day")


def _lines(filters: Filters, _data: Dataset) -> Select[Any]:
    fact = order_item
    clauses = (fact.c.live, filters.event_clause(fact), filters.product_clause(fact))
    return select(*_shared(fact, line)).where(*clauses)


def _returns(filters: Filters, _data: Dataset) -> Select[Any]:
    fact = returned_item
    return select(*_shared(fact, returned)).where(filters.event_clause(fact), filters.product_clause(fact))


def _people(filters: Filters, _data: Dataset) -> Select[Any]:
    clauses = (customer.c.customer_key > 0, in_places(filters, customer), filters.customer_clause(customer))
    return select(*_shared(customer, person)).where(*clauses)


def _store_visits(filters: Filters, data: Dataset) -> Select[Any]:
    if _keeps_visits_whole(filters, data):
        clauses = (filters.place_clause(visit), filters.store_clause(visit), filters.customer_clause(visit))
        return select(*_shared(visit, store_visit)).where(*clauses)
    return _visits(_store_sales(filters, data), "customer_key", "store_key")


def _buyers(filters: Filters, data: Dataset) -> Select[Any]:
    if data.split_orders or not _keeps_visits_whole(filters, data):
        return _visits(_sales(filters, data), "customer_key")
    stored = _store_visits(filters, data).subquery("stored")
    sums = (total(stored.c[name]).label(name) for name in ("orders", "gross"))
    last = func.max(stored.c.last_day).label("last_day")
    return select(stored.c.customer_key, *sums, last).group_by(stored.c.customer_key)


def _keeps_visits_whole(filters: Filters, data: Dataset) -> bool:
    """Whether each visit counts with all its orders or not at all, so that the stored sums hold."""
    late = filters.start and data.first_day and filters.start > data.first_day
    early = filters.end and data.as_of and filters.end < data.as_of
    return filters.keeps_visits_whole and not (late or early)


def _visits(sales: Select[Any], *by: str) -> Select[Any]:
    """Sum the orders of known customers."""
    sold = sales.subquery("sold")
    keys = [sold.c[name] for name in by]
    return (
        select(
            *keys,
            func.count().label("orders"),
            total(sold.c.amount + sold.c.freight).label("gross"),
            func.max(sold.c.day).label("last_day"),
        )
        .where(sold.c.customer_key > 0)
        .group_by(*keys)
    )


def _shared(fact: FromClause, view: TableClause) -> list[ColumnElement[Any]]:
    return [fact.c[column.name] for column in view.c]


def _view(query: Select[Any], view: TableClause) -> CTE:
    """Name the query as the view; engines that could materialise it are told not to."""
    cte = query.cte(view.name)
    for dialect in ("duckdb", "postgresql", "sqlite"):
        cte = cte.prefix_with("NOT MATERIALIZED", dialect=dialect)
    return cte


_DEFINED: dict[TableClause, Callable[[Filters, Dataset], Select[Any]]] = {
    sale: _sales,
    store_sale: _store_sales,
    purchase: _purchases,
    line: _lines,
    returned: _returns,
    person: _people,
    store_visit: _store_visits,
    buyer: _buyers,
}

"""Each filter once: its name, type, meaning and WHERE; and the views it leaves of the facts."""

from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlalchemy import CTE, ColumnElement, FromClause, Select, and_, func, select, true
from sqlalchemy.sql.expression import TableClause

from api.models.warehouse import customer, order, order_item, product, returned_item, store, visit
from api.services.periods import PERIOD_BEFORE, Compare, Period
from api.services.places import in_places
from api.services.sql import total
from api.services.views import buyer, line, person, returned, sale, store_sale, store_visit
from api.services.warehouse import Dataset

Names = Annotated[list[str], Field(default_factory=list)]


class Filters(BaseModel):
    """The filters of every question; a name given several times means any of its values."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    place_words: ClassVar[str] = "In"

    start: date | None = Field(None, description="First day, inclusive.", examples=["2024-01-01"])
    end: date | None = Field(None, description="Last day, inclusive.", examples=["2024-12-31"])
    country: Names = Field(description="Country, as the source names it or as ISO code.", examples=[["United Kingdom"]])
    state: Names = Field(description="State, by code or name.", examples=[["CA"]])
    city: Names = Field(description="City.", examples=[["Lompoc"]])
    store: Names = Field(description="Store or marketplace seller, by id.", examples=[["S490972"]])
    category: Names = Field(description="Product category.", examples=[["Classic"]])
    channel: Names = Field(description="Sales channel.", examples=[["delivery"]])
    sku: Names = Field(description="Product, by SKU.", examples=[["PZ001"]])
    customer: Names = Field(description="Customer, by id.", examples=[["C0004711"]])

    @model_validator(mode="after")
    def _end_after_start(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError("end lies before start")
        return self

    @property
    def by_product(self) -> bool:
        """Whether only some products count."""
        return bool(self.category or self.sku)

    def period(self, data: Dataset) -> Period | None:
        """Days asked for, the whole data where not said; None where there are no orders."""
        if data.first_day is None or data.as_of is None:
            return None
        return Period(self.start or data.first_day, self.end or max(data.as_of, self.start or data.as_of))

    def within(self, period: Period) -> Self:
        """Ask the same of another period."""
        return self.model_copy(update={"start": period.start, "end": period.end})

    def covered_period(self, data: Dataset) -> Period | None:
        """Days asked for, up to the last day of the data: nine days of a month are compared with nine days."""
        period = self.period(data)
        if period is None or data.as_of is None or not period.start <= data.as_of < period.end:
            return period
        return Period(period.start, data.as_of)

    def before(self, data: Dataset, compare: Compare) -> Self | None:
        """Ask the same of the period compared with; None where the data does not cover it."""
        period = self.covered_period(data)
        before = period and PERIOD_BEFORE[compare](period)
        if before is None or data.first_day is None or before.start < data.first_day:
            return None
        return self.within(before)

    def views(self, data: Dataset) -> dict[TableClause, CTE]:
        """Definitions of the views of `views.py` under these filters."""
        return {
            sale: _view(self._sales(data), sale),
            store_sale: _view(self._store_sales(data), store_sale),
            line: _view(self._lines(), line),
            returned: _view(self._returns(), returned),
            person: _view(self._people(), person),
            store_visit: _view(self._store_visits(data), store_visit),
            buyer: _view(self._buyers(data), buyer),
        }

    @property
    def takes_places_whole(self) -> bool:
        """Whether place filters keep all orders of a customer and store or none; only those of homes do."""
        return not (self.country or self.state or self.city)

    def place_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Where a row has to belong; SaleFilters ask for the place of sale, PeopleFilters for the home."""
        raise TypeError(f"{fact} has two places: ask SaleFilters or PeopleFilters")

    def _sales(self, data: Dataset) -> Select[Any]:
        if self.by_product or (data.split_orders and self.store):
            return self._orders_of_lines(by_store=False)
        return select(*_shared(order, sale)).where(order.c.live, self._event_clause(order))

    def _store_sales(self, data: Dataset) -> Select[Any]:
        return self._orders_of_lines(by_store=True) if data.split_orders else self._sales(data)

    def _orders_of_lines(self, by_store: bool) -> Select[Any]:
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
            .where(order_item.c.live, self._event_clause(order_item), self._product_clause(order_item))
            .group_by(*groups)
        )

    def _lines(self) -> Select[Any]:
        clause = and_(self._event_clause(order_item), self._product_clause(order_item))
        return select(*_shared(order_item, line)).where(order_item.c.live, clause)

    def _returns(self) -> Select[Any]:
        fact = returned_item
        return select(*_shared(fact, returned)).where(self._event_clause(fact), self._product_clause(fact))

    def _people(self) -> Select[Any]:
        clauses = (customer.c.customer_key > 0, in_places(self, customer), self._customer_clause(customer))
        return select(*_shared(customer, person)).where(*clauses)

    def _store_visits(self, data: Dataset) -> Select[Any]:
        if self._keeps_visits_whole(data):
            clauses = (self.place_clause(visit), self._store_clause(visit), self._customer_clause(visit))
            return select(*_shared(visit, store_visit)).where(*clauses)
        return _visits(self._store_sales(data), "customer_key", "store_key")

    def _buyers(self, data: Dataset) -> Select[Any]:
        if data.split_orders or not self._keeps_visits_whole(data):
            return _visits(self._sales(data), "customer_key")
        stored = self._store_visits(data).subquery("stored")
        sums = (total(stored.c[name]).label(name) for name in ("orders", "gross"))
        last = func.max(stored.c.last_day).label("last_day")
        return select(stored.c.customer_key, *sums, last).group_by(stored.c.customer_key)

    def _keeps_visits_whole(self, data: Dataset) -> bool:
        """Whether each visit counts with all its orders or not at all, so that the stored sums hold."""
        cut = self.by_product or self.channel or not self.takes_places_whole
        late = self.start and data.first_day and self.start > data.first_day
        early = self.end and data.as_of and self.end < data.as_of
        return not (cut or late or early)

    def _store_clause(self, fact: FromClause) -> ColumnElement[bool]:
        if not self.store:
            return true()
        return fact.c.store_key.in_(select(store.c.store_key).where(store.c.store_id.in_(self.store)))

    def _event_clause(self, fact: FromClause) -> ColumnElement[bool]:
        clauses = [self.place_clause(fact), self._customer_clause(fact)]
        if self.start:
            clauses.append(fact.c.day >= self.start)
        if self.end:
            clauses.append(fact.c.day <= self.end)
        if self.channel:
            clauses.append(fact.c.channel.in_(self.channel))
        return and_(true(), *clauses, self._store_clause(fact))

    def _customer_clause(self, fact: FromClause) -> ColumnElement[bool]:
        if not self.customer:
            return true()
        return fact.c.customer_key.in_(select(customer.c.customer_key).where(customer.c.customer_id.in_(self.customer)))

    def _product_clause(self, fact: FromClause) -> ColumnElement[bool]:
        clauses = []
        if self.category:
            clauses.append(product.c.category.in_(self.category))
        if self.sku:
            clauses.append(product.c.sku.in_(self.sku))
        return fact.c.product_key.in_(select(product.c.product_key).where(*clauses)) if clauses else true()


class SaleFilters(Filters):
    """Filters of sales: country, state and city are the place of sale."""

    place_words: ClassVar[str] = "Sold in"

    def place_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what was sold in the places asked for."""
        return in_places(self, fact)


class PeopleFilters(Filters):
    """Filters of people: country, state and city are the home."""

    @property
    def takes_places_whole(self) -> bool:
        """A home is that of all orders."""
        return True

    place_words: ClassVar[str] = "Bought by people at home in"

    def place_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what was bought by people who live in the places asked for."""
        if not (self.country or self.state or self.city):
            return true()
        residents = select(customer.c.customer_key).where(customer.c.customer_key > 0, in_places(self, customer))
        return fact.c.customer_key.in_(residents)


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

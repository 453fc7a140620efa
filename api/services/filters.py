"""Each filter once: its name, type, meaning and WHERE."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlalchemy import ColumnElement, FromClause, and_, select, true

from api.models.warehouse import customer, product, store
from api.services.periods import PERIOD_BEFORE, Compare, Period
from api.services.places import in_places
from api.services.warehouse import Dataset
from api.services.wording import marked, worded

END_BEFORE_START = worded("lies before `start`")
_AT_PLACES = {
    "country": marked("In the country {values}"),
    "state": marked("In the state {values}"),
    "city": marked("In the city {values}"),
}
_SOLD_AT = {
    "country": marked("Sold in the country {values}"),
    "state": marked("Sold in the state {values}"),
    "city": marked("Sold in the city {values}"),
}
_HOME_AT = {
    "country": marked("Bought by people at home in the country {values}"),
    "state": marked("Bought by people at home in the state {values}"),
    "city": marked("Bought by people at home in the city {values}"),
}
Names = Annotated[list[str], Field(default_factory=list)]


class Filters(BaseModel):
    """The filters of every question; a name given several times means any of its values."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    place_words: ClassVar[dict[str, str]] = _AT_PLACES

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
            raise ValueError(END_BEFORE_START)
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

    @property
    def takes_places_whole(self) -> bool:
        """Whether place filters keep all orders of a customer and store or none; only those of homes do."""
        return not (self.country or self.state or self.city)

    @property
    def keeps_visits_whole(self) -> bool:
        """Whether, but for the period, all orders of a customer and store count or none."""
        return self.takes_places_whole and not (self.by_product or self.channel)

    @property
    def keeps_customers_whole(self) -> bool:
        """Whether, but for the period, all orders of a customer count or none."""
        return self.keeps_visits_whole and not self.store

    def place_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Where a row has to belong; SaleFilters ask for the place of sale, PeopleFilters for the home."""
        raise TypeError(f"{fact} has two places: ask SaleFilters or PeopleFilters")

    def store_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what was sold in the stores asked for."""
        if not self.store:
            return true()
        return fact.c.store_key.in_(select(store.c.store_key).where(store.c.store_id.in_(self.store)))

    def event_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what happened in the selection, of whatever product."""
        clauses = [self.place_clause(fact), self.customer_clause(fact)]
        if self.start:
            clauses.append(fact.c.day >= self.start)
        if self.end:
            clauses.append(fact.c.day <= self.end)
        if self.channel:
            clauses.append(fact.c.channel.in_(self.channel))
        return and_(true(), *clauses, self.store_clause(fact))

    def customer_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what the customers asked for bought."""
        if not self.customer:
            return true()
        return fact.c.customer_key.in_(select(customer.c.customer_key).where(customer.c.customer_id.in_(self.customer)))

    def product_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep the products asked for."""
        clauses = []
        if self.category:
            clauses.append(product.c.category.in_(self.category))
        if self.sku:
            clauses.append(product.c.sku.in_(self.sku))
        return fact.c.product_key.in_(select(product.c.product_key).where(*clauses)) if clauses else true()


class SaleFilters(Filters):
    """Filters of sales: country, state and city are the place of sale."""

    place_words: ClassVar[dict[str, str]] = _SOLD_AT

    def place_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what was sold in the places asked for."""
        return in_places(self, fact)


class PeopleFilters(Filters):
    """Filters of people: country, state and city are the home."""

    @property
    def takes_places_whole(self) -> bool:
        """A home is that of all orders."""
        return True

    place_words: ClassVar[dict[str, str]] = _HOME_AT

    def place_clause(self, fact: FromClause) -> ColumnElement[bool]:
        """Keep what was bought by people who live in the places asked for."""
        if not (self.country or self.state or self.city):
            return true()
        residents = select(customer.c.customer_key).where(customer.c.customer_key > 0, in_places(self, customer))
        return fact.c.customer_key.in_(residents)

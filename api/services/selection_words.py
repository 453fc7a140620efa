"""What has been selected, in words."""

from api.services.filters import Filters
from api.services.warehouse import Dataset
from api.services.wording import Wording, marked, worded, worded_n

_OTHERS = {
    "store": marked("Store or seller {values}"),
    "category": marked("Product category {values}"),
    "channel": marked("Sales channel {values}"),
    "sku": marked("Product {values}"),
    "customer": marked("Customer {values}"),
}


def filters_in_words(params: Filters) -> list[Wording]:
    """One sentence per filter in force."""
    templates = params.place_words | _OTHERS
    given = {name: tuple(getattr(params, name)) for name in templates}
    return [worded(templates[name], values=values) for name, values in given.items() if values]


def period_in_words(params: Filters, data: Dataset) -> Wording | None:
    """First and last day that count, and whether they were chosen; None where the data has no orders."""
    period = params.period(data)
    if period is None:
        return None
    days = {"start": period.start, "end": period.end}
    if params.start or params.end:
        return worded_n("{start} to {end}, {n} day", "{start} to {end}, {n} days", period.days, **days)
    return worded_n(
        "{start} to {end}, {n} day, all days of the data",
        "{start} to {end}, {n} days, all days of the data",
        period.days,
        **days,
    )

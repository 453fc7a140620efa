"""What has been selected, in words."""

from api.services.filters import Filters
from api.services.periods import Period
from api.services.warehouse import Dataset

_NAMES = {
    "country": "country",
    "state": "state",
    "city": "city",
    "store": "Store or seller",
    "category": "Product category",
    "channel": "Sales channel",
    "sku": "Product",
}
_PLACES = ("country", "state", "city")


def filters_in_words(params: Filters) -> list[str]:
    """One sentence per filter in force."""
    return [_sentence(params, name) for name in _NAMES if getattr(params, name)]


def _sentence(params: Filters, name: str) -> str:
    values = " or ".join(getattr(params, name))
    before = f"{params.place_words} the {_NAMES[name]}" if name in _PLACES else _NAMES[name]
    return f"{before} {values}"


def period_in_words(params: Filters, data: Dataset) -> str:
    """First and last day that count, and whether they were chosen; empty where the data has no orders."""
    period = params.period(data)
    if period is None:
        return ""
    chosen = "" if params.start or params.end else ", all days of the data"
    return f"{period.start} to {period.end}, {_days(period)}{chosen}"


def _days(period: Period) -> str:
    return "1 day" if period.days == 1 else f"{period.days:,} days"

"""What a data set must hold for a question or a filter, and the words where it does not."""

from api.services.filters import Filters
from api.services.warehouse import Dataset

NEEDS = {
    "orders": "orders",
    "coordinates": "coordinates of the customers' homes",
    "store_coordinates": "coordinates of the stores",
    "countries": "countries",
    "states": "states",
    "cities": "cities",
    "channels": "sales channels",
    "categories": "product categories",
    "sizes": "product sizes",
    "launches": "launch dates of the products",
    "list_prices": "list prices",
    "known_customers": "orders of known customers",
    "payments": "payments",
    "reviews": "reviews",
    "returns": "returns",
    "inventory": "stock counts",
    "touchpoints": "marketing contacts",
    "suppliers": "suppliers",
    "delivery": "delivery times",
    "ingredients": "ingredients",
    "ages": "ages of the customers",
    "memberships": "memberships of the customers",
    "time_of_day": "times of day",
}
"""Every capability of a data set and what it is called in a sentence."""

_FILTER_NEEDS = {
    "country": "countries",
    "state": "states",
    "city": "cities",
    "channel": "channels",
    "category": "categories",
    "customer": "known_customers",
}


def missing_requirements(requires: tuple[str, ...], data: Dataset) -> str | None:
    """Explain what data would make the question answerable, None where it is."""
    missing = [NEEDS[name] for name in requires if name not in data.capabilities]
    if not missing:
        return None
    return f"This data set has no {' and no '.join(missing)}; load data that has them to see this."


def missing_filters(params: Filters, data: Dataset) -> str | None:
    """Explain which filter this data set cannot be filtered by, None where all can."""
    for name, capability in _FILTER_NEEDS.items():
        if getattr(params, name) and capability not in data.capabilities:
            return f"This data set has no {NEEDS[capability]}, so it cannot be filtered by {name}: remove that filter."
    return None

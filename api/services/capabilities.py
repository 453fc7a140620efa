"""What a data set must hold for a question or a filter, and the words where it does not."""

from api.services.filters import Filters
from api.services.warehouse import Dataset
from api.services.wording import Wording, worded

NEEDS = {
    "orders": "orders",
    "coordinates": "coordinates of the customers' homes",
    "store_coordinates": "coordinates of stores to visit",
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

COMES_FROM = {
    "orders": "orders and order_items",
    "coordinates": "latitude and longitude of customers",
    "store_coordinates": "latitude and longitude of stores",
    "countries": "country of stores, customers or orders",
    "states": "state or state_code of stores, customers or orders",
    "cities": "city of stores, customers or orders",
    "channels": "channel of orders",
    "categories": "category of products",
    "sizes": "size of products",
    "launches": "launched_on of products",
    "list_prices": "price of products",
    "known_customers": "customer_id of orders",
    "payments": "payments",
    "reviews": "reviews",
    "returns": "returns",
    "inventory": "inventory",
    "touchpoints": "touchpoints",
    "suppliers": "supplier_id of products",
    "delivery": "delivered_at of orders",
    "ingredients": "ingredients of products",
    "ages": "age of customers",
    "memberships": "membership of customers",
    "time_of_day": "ordered_at of orders with a time of day",
}
"""Files and columns of the canonical layout that a capability comes from."""

_FILTER_NEEDS = {
    "country": "countries",
    "state": "states",
    "city": "cities",
    "channel": "channels",
    "category": "categories",
    "customer": "known_customers",
}


def needed(capability: str) -> Wording:
    """Name a capability in a sentence."""
    return worded(NEEDS[capability])


def lacking(requires: tuple[str, ...], data: Dataset) -> list[str]:
    """Name the capabilities among these that the data does not have."""
    return [name for name in requires if name not in data.capabilities]


def missing_requirements(requires: tuple[str, ...], data: Dataset) -> Wording | None:
    """Explain what data would make the question answerable, None where it is."""
    if not (missing := tuple(map(needed, lacking(requires, data)))):
        return None
    return worded("This data set has no {missing}; load data that has them to see this.", missing=missing)


def missing_filters(params: Filters, data: Dataset) -> Wording | None:
    """Explain which filter this data set cannot be filtered by, None where all can."""
    for name, capability in _FILTER_NEEDS.items():
        if getattr(params, name) and capability not in data.capabilities:
            return worded(
                "This data set has no {missing}, so it cannot be filtered by them: remove that filter.",
                missing=needed(capability),
            )
    return None

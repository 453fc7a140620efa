"""The canonical tables: what every source is turned into before keys are assigned."""

from data.loading.canonical.dimensions import customers, products, stores, suppliers
from data.loading.canonical.facts import inventory, order_items, orders, payments, returns, reviews, touchpoints
from data.loading.canonical.fields import Canonical, Field, Kind, Reference, Rule

__all__ = ["TABLES", "Canonical", "Field", "Kind", "Reference", "Rule"]

TABLES: dict[str, Canonical] = {
    table.name: table
    for table in (
        suppliers,
        customers,
        stores,
        products,
        orders,
        order_items,
        payments,
        reviews,
        returns,
        inventory,
        touchpoints,
    )
}
"""Each before those that refer to it."""

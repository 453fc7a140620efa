"""The star schema: one table per file, dimensions and facts, all keys whole numbers, 0 the unknown member."""

from api.models.warehouse.calendar import calendar
from api.models.warehouse.columns import MONEY_SCALE, metadata
from api.models.warehouse.customer import customer
from api.models.warehouse.dataset import dataset
from api.models.warehouse.inventory import inventory
from api.models.warehouse.order import order
from api.models.warehouse.order_item import order_item
from api.models.warehouse.payment import payment
from api.models.warehouse.place import place
from api.models.warehouse.product import product
from api.models.warehouse.rejected_row import rejected_row
from api.models.warehouse.returned_item import returned_item
from api.models.warehouse.review import review
from api.models.warehouse.settlement import settlement
from api.models.warehouse.store import store
from api.models.warehouse.supplier import supplier
from api.models.warehouse.touchpoint import touchpoint
from api.models.warehouse.visit import visit

__all__ = [
    "MONEY_SCALE",
    "calendar",
    "customer",
    "dataset",
    "inventory",
    "metadata",
    "order",
    "order_item",
    "payment",
    "place",
    "product",
    "rejected_row",
    "returned_item",
    "review",
    "settlement",
    "store",
    "supplier",
    "touchpoint",
    "visit",
]

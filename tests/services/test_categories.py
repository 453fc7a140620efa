"""What is stored of each order and category gives what the lines themselves give."""

from typing import Any

import pytest

from tests.services.test_visits import about
from tests.world import Shop

ASKING = (
    "customers/avg_order",
    "customers/density",
    "customers/new_and_returning?grain=week",
    "customers/top?by=revenue",
    "kpis",
    "orders",
    "orders/avg_items",
    "orders/avg_value",
    "orders/outliers",
    "orders/seasonal",
    "orders/trend?grain=week",
    "orders/value_distribution",
    "stores/places",
    "stores/product_sales",
    "stores/sales",
    "stores/sales_by_state",
    "stores/sales_trend?grain=week",
    "trends/peak_times",
)
NARROWED = ("", "store=S1", "state=NV", "customer=C1", "channel=web", "start=2024-01-05&end=2024-01-20")
MENU = {"P1": "Classic", "P2": "Vegan", "P3": "Vegan", "P4": "Drinks", "P5": "Vegan"}


@pytest.fixture
def menu(shop: Shop) -> Shop:
    """Orders of one to four lines, some with several of a category, some with none, some that do not count."""
    shop.store("S0", "NV").store("S1", "CA")
    for sku, category in MENU.items():
        shop.product(sku, category)
    for n in range(40):
        header: dict[str, Any] = {"channel": ("web", "shop")[n % 2], "live": "false" if n == 17 else "true"}
        for place in range(1 + n % 4):
            sku = list(MENU)[(n + place * (1 + n % 3)) % len(MENU)]
            line: dict[str, Any] = {"sku": sku, "quantity": 1 + place, "freight": n % 5}
            buyer = f"C{n % 6}" if n % 7 else ""
            shop.sell(
                f"2024-01-{1 + n % 28:02d} {9 + n % 9}:00",
                5 + n,
                n,
                customer=buyer,
                store=f"S{n % 2}",
                **line,
                **header,
            )
    return shop


@pytest.mark.parametrize("asked", ASKING)
def test_the_way_to_the_answer_does_not_matter(menu: Shop, asked: str) -> None:
    listed = "".join(f"&sku={sku}" for sku, category in MENU.items() if category == "Vegan")
    for narrowed in NARROWED:
        url = f"/api/{asked}{'&' if '?' in asked else '?'}category=Vegan&{narrowed}"
        assert about(menu.get(url).rows()) == menu.get(url + listed).rows(), narrowed

"""What is stored of who bought where and when gives what the orders themselves give."""

from typing import Any

import pytest

from tests.world import Shop

ASKING = (
    "customers/avg_order",
    "customers/avg_order_distribution",
    "customers/density",
    "customers/new_and_returning?grain=week",
    "customers/recurring",
    "customers/top?by=revenue",
    "geo/assignment",
    "geo/distance",
    "geo/white_spot?min_customers=1&radius_km=1&limit=9",
    "kpis",
    "stores/customer_reach",
    "stores/distance",
    "stores/sales",
)
NARROWED = (
    "",
    "store=S2",
    "store=S1&store=S3",
    "state=NV",
    "customer=C1",
    "start=2024-01-01",
    "start=2024-01-09",
    "start=2024-01-05&end=2024-01-20",
    "end=2024-12-31",
)


@pytest.fixture
def web(shop: Shop) -> Shop:
    """A shop that sells by web alone, so that asking for the web changes nothing but the way to the answer."""
    for n in range(3):
        shop.store(f"S{n}", "CA" if n else "NV", latitude=34.0 + n, longitude=-120.0)
    for n in range(24):
        home: dict[str, Any] = {"state": "NV" if n % 2 else "CA", "latitude": 34.0 + n % 5, "longitude": -119.5}
        shop.customer(f"C{n % 5}", **home)
        buyer = f"C{n % 5}" if n % 6 else ""
        shop.sell(f"2024-01-{n + 1:02d}", 10 + n, n, customer=buyer, store=f"S{n % 3}", channel="web")
    return shop.sell("2024-02-01", 500, 99, customer="C1", store="S1", channel="web", live="false")


@pytest.mark.parametrize("asked", ASKING)
def test_the_way_to_the_answer_does_not_matter(web: Shop, asked: str) -> None:
    for narrowed in NARROWED:
        url = f"/api/{asked}{'&' if '?' in asked else '?'}{narrowed}"
        assert web.get(url).rows() == about(web.get(f"{url}&channel=web").rows()), narrowed


def about(rows: list[dict[str, object]]) -> list[object]:
    return [{k: pytest.approx(v) if isinstance(v, float) else v for k, v in row.items()} for row in rows]


def test_an_order_of_two_sellers_is_one_order_and_two_visits(shop: Shop) -> None:
    shop.store("A", kind="seller").store("B", kind="seller")
    shop.sell("2024-01-01", 10, order=1, store="A", customer="C")
    shop.tables["order_items"][1] = {"order_id": "1", "sku": "P1", "store_id": "B", "quantity": 2, "unit_price": 7}
    shop.sell("2024-01-02", 5, order=2, store="B", customer="C")
    assert shop.get("/api/customers/top").rows("customer", "orders", "revenue") == [("C", 2, 29)]
    assert shop.get("/api/stores/sales").rows("store", "customers", "revenue") == [("B", 1, 19), ("A", 1, 10)]
    assert shop.get("/api/customers/top?store=A").rows("orders", "revenue") == [(1, 10)]

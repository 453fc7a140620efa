"""Sales per store and place."""

import pytest

from tests.world import Shop


@pytest.fixture
def three_stores(shop: Shop) -> Shop:
    shop.store("S1", "CA").store("S2", "NV", "Reno").store("S3", "CA", "Sunol")
    shop.sell("2024-01-01", 10, customer="A", store="S1").sell("2024-01-02", 20, customer="A", store="S1")
    return shop.sell("2024-01-03", 30, store="S2")


def test_sales_are_ranked_and_ties_go_to_the_smaller_id(three_stores: Shop) -> None:
    answer = three_stores.get("/api/stores/sales")
    assert answer.rows("store", "city", "state", "revenue", "orders", "order_value", "customers") == [
        ("S1", "Lompoc", "CA", 30, 2, 15, 1),
        ("S2", "Reno", "NV", 30, 1, 30, 0),
    ]


def test_revenue_is_another_name_of_sales(three_stores: Shop) -> None:
    assert three_stores.get("/api/stores/revenue").body == three_stores.get("/api/stores/sales").body


def test_the_directory_lists_stores_that_sold_nothing(three_stores: Shop) -> None:
    assert three_stores.get("/api/stores").rows("store", "revenue") == [("S1", 30), ("S2", 30), ("S3", 0)]


def test_the_directory_of_a_state(three_stores: Shop) -> None:
    assert three_stores.get("/api/stores?state=CA").rows("store") == ["S1", "S3"]


def test_the_directory_knows_the_change_of_each_store(shop: Shop) -> None:
    shop.store("S3").sell("2024-01-01", 100, store="S1").sell("2024-01-31", 50, store="S2")
    shop.sell("2024-02-29", 80, store="S1")
    answer = shop.get("/api/stores?start=2024-02-01&end=2024-02-29")
    assert answer.summary["previous_period"] == {"start": "2024-01-01", "end": "2024-01-31"}
    assert answer.rows("store", "revenue", "previous", "change") == [
        ("S1", 80, 100, -0.2),
        ("S2", 0, 50, -1),
        ("S3", 0, 0, None),
    ]


def test_an_order_of_two_sellers_counts_for_both_with_their_own_lines(shop: Shop) -> None:
    shop.store("A", kind="seller").store("B", kind="seller", state="NV")
    shop.sell("2024-01-01", 10, order=1, store="A", state="SP", country="Brazil", city="Campinas")
    shop.tables["order_items"][1] = {"order_id": "1", "sku": "P1", "store_id": "B", "quantity": 2, "unit_price": 7}
    assert shop.get("/api/stores/sales").rows("store", "revenue", "orders") == [("B", 14, 1), ("A", 10, 1)]
    assert shop.get("/api/kpis").figure("orders") == 1
    assert shop.get("/api/kpis?store=A").figure("revenue") == 10


def test_places_sum_to_their_parents(three_stores: Shop) -> None:
    by_city = three_stores.get("/api/stores/places?level=city").rows("state", "city", "revenue")
    assert by_city == [("CA", "Lompoc", 30), ("NV", "Reno", 30)]
    assert three_stores.get("/api/stores/places?level=country").rows("country", "state", "revenue") == [
        ("United States", "", 60)
    ]


def test_places_have_the_finest_level_the_data_has(shop: Shop) -> None:
    nowhere = {"state_code": "", "state": "", "city": ""}
    shop.store("S1", **nowhere).store("S2", **nowhere | {"country": "Norway"})
    answer = shop.sell("2024-01-01", 5).sell("2024-01-01", 7, store="S2").get("/api/stores/places")
    assert answer.rows("country", "country_code", "state", "revenue") == [
        ("Norway", "NO", "", 7),
        ("United States", "US", "", 5),
    ]
    assert answer.summary["level"] == "country"
    coarse = shop.get("/api/stores/places?level=city").summary["unavailable"]
    assert coarse == "This data set has no cities; ask for a coarser level."


def test_places_are_those_of_states_where_there_are_states(three_stores: Shop) -> None:
    answer = three_stores.get("/api/stores/places?start=2024-01-02&end=2024-01-02")
    assert (answer.rows("state", "revenue", "previous"), answer.summary["level"]) == ([("CA", 20, 10)], "state")


def test_limit_cuts_and_says_so(three_stores: Shop) -> None:
    answer = three_stores.get("/api/stores/sales?limit=1")
    assert answer.rows("store") == ["S1"]
    assert (answer.summary["rows"], answer.summary["truncated"]) == (1, True)

"""The receipt of an answer: what was asked, how it was computed, from what."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.services.analysis import Question
from tests.world import Shop

URL = "/api/stores/sales?state=CA&state=NV&category=Classic&start=2024-01-01&end=2024-01-31&limit=5"


def receipt_of(shop: Shop, url: str) -> Any:
    return shop.get(f"{url}{'&' if '?' in url else '?'}receipt=only").body


def test_it_says_in_words_what_was_asked(shop: Shop) -> None:
    receipt = receipt_of(shop.sell("2024-01-01", 12.5), URL)
    assert receipt["title"] == "Which stores sell most?"
    assert receipt["definition"].startswith("Sales per store")
    assert receipt["filters"] == ["Sold in the state CA or NV", "Product category Classic"]
    assert receipt["period"] == "2024-01-01 to 2024-01-31, 31 days"
    assert ("limit", 5) in [(p["name"], p["value"]) for p in receipt["parameters"]]
    assert receipt["url"] == "/api/stores/sales?" + URL.partition("?")[2].replace(
        "state=CA&state=NV&category=Classic&start=2024-01-01&end=2024-01-31",
        "start=2024-01-01&end=2024-01-31&state=CA&state=NV&category=Classic",
    )


def test_people_are_filtered_by_their_home(shop: Shop) -> None:
    receipt = receipt_of(shop.sell("2024-01-01", 1, customer="C1"), "/api/customers/top?city=Lompoc")
    assert receipt["filters"] == ["Bought by people at home in the city Lompoc"]
    assert receipt["period"] == "2024-01-01 to 2024-01-01, 1 day, all days of the data"


def test_it_says_from_what_and_when(shop: Shop) -> None:
    shop.sell("2024-01-01", 12.5)
    receipt = receipt_of(shop, "/api/stores/sales")
    dataset = shop.get("/api/dataset").body
    for name in ("engine", "source", "version", "as_of", "loaded_at"):
        assert receipt[name] == dataset[name]
    age = datetime.now(UTC) - datetime.fromisoformat(receipt["answered_at"])
    assert timedelta(seconds=-1) < age < timedelta(minutes=5)
    assert receipt["milliseconds"] >= sum(statement["milliseconds"] for statement in receipt["statements"]) > 0


def test_its_sql_shows_money_in_real_units(shop: Shop) -> None:
    receipt = receipt_of(shop.sell("2024-01-01", 12.5).sell("2024-01-02", 0.5), "/api/stores/sales")
    sql = receipt["statements"][0]["sql"]
    assert [row["revenue"] for row in shop.by_hand(sql)] == [13]
    formulas = {column["name"]: column["formula"] for column in receipt["columns"]}
    assert "amount" in formulas["revenue"]


@pytest.mark.parametrize("name", ["O'Hara", "50% off", "C:\\new", "a -- b; DROP TABLE store", "?$1:x%(y)s"])
def test_values_are_written_as_literals_and_never_as_sql(shop: Shop, name: str) -> None:
    shop.product("P1", category=name).sell("2024-01-01", 7)
    assert shop._app is None
    shop.get("/api/dataset")
    assert shop._app
    given = {"category": name, "receipt": "only"}
    receipt: Any = shop._app.test_client().get("/api/products/sales", query_string=given).json
    assert [row["revenue"] for row in shop.by_hand(receipt["statements"][0]["sql"])] == [7]
    assert receipt["filters"] == [f"Product category {name}"]
    assert shop.get(receipt["url"]).rows("revenue") == [7]


def test_it_is_of_the_answer_given_and_runs_nothing_again(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.sell("2024-01-01", 1)
    answer = shop.get("/api/orders/trend").body
    monkeypatch.setattr(Question, "rows", None)
    first, again = receipt_of(shop, "/api/orders/trend"), receipt_of(shop, "/api/orders/trend")
    assert first == again
    assert first["rows_answered"] == len(answer["rows"])
    assert shop.get("/api/orders/trend?receipt=true").body == {**answer, "receipt": first}


def test_an_answer_that_is_not_there_has_one_too(shop: Shop) -> None:
    receipt = receipt_of(shop.sell("2024-01-01", 1), "/api/stores/sales?channel=web")
    assert receipt["statements"] == []
    assert "no sales channels" in receipt["remarks"][0]


def test_a_cut_answer_and_unknown_values_are_remarked_upon(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, store="S1").sell("2024-01-01", 2, store="S2")
    assert receipt_of(shop, "/api/stores/sales?limit=1&store=S1&store=S2&store=S3")["remarks"] == [
        "The limit leaves out further rows.",
        "No store 'S3' in this data.",
    ]


def test_the_receipt_is_another_answer_for_caches(shop: Shop) -> None:
    shop.sell("2024-01-01", 1)
    urls = ["/api/kpis", "/api/kpis?receipt=true", "/api/kpis?receipt=only"]
    assert len({shop.get(url).response.headers["ETag"] for url in urls}) == 3


@pytest.mark.parametrize("given", ["receipt=maybe", "receipt=true&format=csv", "receipt=only&format=zip"])
def test_it_cannot_be_asked_for_in_other_ways(shop: Shop, given: str) -> None:
    reply = shop.sell("2024-01-01", 1).get(f"/api/kpis?{given}")
    assert reply.status == 422
    assert [detail["parameter"] for detail in reply.body["details"]] == ["receipt"]


def test_a_fixed_parameter_is_in_it(shop: Shop) -> None:
    receipt = receipt_of(shop.sell("2024-01-01", 1), "/api/trends/growth/order")
    assert receipt["url"] == "/api/trends/growth?measure=orders"
    assert ("measure", "orders") in [(p["name"], p["value"]) for p in receipt["parameters"]]

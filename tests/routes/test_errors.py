"""Errors leave in one shape."""

from tests.world import Shop


def test_an_unknown_url(shop: Shop) -> None:
    reply = shop.sell("2024-01-01", 1).get("/api/nonsense")
    assert (reply.status, set(reply.body)) == (404, {"code", "message", "details"})


def test_every_wrong_parameter_is_named_with_its_problem(shop: Shop) -> None:
    reply = shop.sell("2024-01-01", 1).get("/api/orders/trend?grain=hour&start=2024-13-01&colour=red&end=1")
    problems = {detail["parameter"]: detail["problem"] for detail in reply.body["details"]}
    assert (reply.status, reply.body["code"]) == (422, "wrong_parameters")
    assert set(problems) == {"grain", "start", "colour", "end"}
    assert problems["grain"] == "has to be one of day, week, month, quarter, year; got 'hour'"
    assert "not a parameter" in problems["colour"]


def test_end_before_start(shop: Shop) -> None:
    reply = shop.sell("2024-01-01", 1).get("/api/kpis?start=2024-02-01&end=2024-01-01")
    assert reply.body["details"] == [{"parameter": "end", "problem": "lies before `start`"}]


def test_a_day_given_twice(shop: Shop) -> None:
    reply = shop.sell("2024-01-01", 1).get("/api/kpis?start=2024-02-01&start=2024-01-01")
    assert reply.body["details"] == [{"parameter": "start", "problem": "may be given only once"}]


def test_an_unknown_format(shop: Shop) -> None:
    reply = shop.sell("2024-01-01", 1).get("/api/kpis?format=pdf")
    assert (reply.status, reply.body["details"][0]["parameter"]) == (422, "format")


def test_a_wrong_box(shop: Shop) -> None:
    reply = shop.sell("2024-01-01", 1).get("/api/customers?bbox=1,2,3")
    assert "west,south,east,north" in reply.body["details"][0]["problem"]

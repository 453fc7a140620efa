"""What is bought together."""

import pytest

from tests.world import Shop


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    """Ten orders: four with tea and cake, two of these with milk, one with cake, three with tea, two with postage."""
    shop.product("T", "Drinks", name="Tea").product("M", "Drinks", name="Milk").product("C", "Food", name="Cake")
    shop.product("POST", "Fees", is_fee="true")
    contents = ["TC", "TC", "TCM", "TCM", "C", "T", "T", "T", "P", "P"]
    for number, skus in enumerate(contents):
        for sku in skus:
            shop.sell("2024-01-01", 1, number, sku=sku.replace("P", "POST"))
    return shop.sell("2024-01-01", 1, 0, sku="T").sell("2024-01-01", 1, 5, sku="POST")


RULE = ("antecedent", "consequent", "baskets", "support", "confidence", "lift")


def test_measures_of_pairs(cafe: Shop) -> None:
    """Eight orders hold a product; 7 tea, 5 cake, 2 milk."""
    rows = cafe.get("/api/orders/basket?max_items=2&min_confidence=0.8").rows(*RULE)
    assert rows == [
        ("M", "C", 2, 0.25, 1, 8 / 5),
        ("M", "T", 2, 0.25, 1, 8 / 7),
        ("C", "T", 4, 0.5, 0.8, pytest.approx(8 * 4 / (5 * 7))),
    ]


def test_antecedents_of_several_items(cafe: Shop) -> None:
    rows = cafe.get("/api/orders/basket?min_confidence=1").rows("antecedent", "antecedent_names", "consequent_name")
    assert rows == [
        ("M", "Milk", "Cake"),
        ("M + T", "Milk + Tea", "Cake"),
        ("C + M", "Cake + Milk", "Tea"),
        ("M", "Milk", "Tea"),
    ]


def test_support_at_the_threshold_counts(cafe: Shop) -> None:
    answer = cafe.get("/api/orders/basket?min_support=0.25&max_items=2")
    assert (answer.summary["least_orders"], len(answer.rows())) == (2, 6)
    assert cafe.get("/api/orders/basket?min_support=0.26&max_items=2").rows("baskets") == [4, 4]


def test_the_summary_says_what_was_looked_at(cafe: Shop) -> None:
    summary = cafe.get("/api/orders/basket?limit=2").summary
    assert summary["orders"] == 8
    assert (summary["itemsets"], summary["most_itemsets"], summary["capped"]) == (7, 20_000, False)
    assert (summary["rules"], summary["rows"], summary["truncated"]) == (9, 2, True)


def test_leverage_conviction_and_q_value(cafe: Shop) -> None:
    rows = cafe.get("/api/orders/basket?max_items=2").rows(
        "antecedent", "consequent", "leverage", "conviction", "q_value"
    )
    figures = {(x, y): numbers for x, y, *numbers in rows}
    assert figures["C", "T"] == [pytest.approx(4 / 8 - 35 / 64), pytest.approx((1 / 8) / 0.2), 1]
    assert figures["M", "C"][1] is None
    assert 0 < figures["M", "C"][2] <= 1


def test_by_category(cafe: Shop) -> None:
    rows = cafe.get("/api/orders/basket?by=category").rows(*RULE)
    assert [row[:4] for row in rows] == [("Drinks", "Food", 4, 0.5), ("Food", "Drinks", 4, 0.5)]
    assert [row[4] for row in rows] == [4 / 7, 0.8]


def test_filters_choose_the_orders(cafe: Shop) -> None:
    cafe.store("S2", "NV", "Reno")
    for sku in ("T", "M"):
        cafe.sell("2024-01-02", 1, "far", store="S2", sku=sku)
    answer = cafe.get("/api/orders/basket?state=NV")
    assert {row[:4] for row in answer.rows(*RULE)} == {("T", "M", 1, 1), ("M", "T", 1, 1)}


def test_without_pairs_there_are_no_rules(shop: Shop) -> None:
    shop.sell("2024-01-01", 1).sell("2024-01-02", 1)
    answer = shop.get("/api/orders/basket")
    assert (answer.rows(), answer.summary["orders"], answer.summary["rules"]) == ([], 2, 0)


def test_an_empty_selection_has_no_rules(cafe: Shop) -> None:
    assert cafe.get("/api/orders/basket?start=2025-01-01").rows() == []


@pytest.mark.parametrize("wrong", ["min_support=0", "min_confidence=1.1", "max_items=11", "max_items=1", "by=colour"])
def test_thresholds_have_bounds(cafe: Shop, wrong: str) -> None:
    assert cafe.get(f"/api/orders/basket?{wrong}").status == 422


def test_what_is_bought_with_one_product(cafe: Shop) -> None:
    """Of eight orders with a product seven hold tea, five cake, two milk; tea and cake meet in four."""
    rows = cafe.get("/api/orders/basket?item=T&min_confidence=0").rows(*RULE[:4], "confidence", "lift")
    assert rows == [
        ("T", "M", 2, 0.25, pytest.approx(2 / 7), pytest.approx(8 * 2 / (7 * 2))),
        ("T", "C", 4, 0.5, pytest.approx(4 / 7), pytest.approx(8 * 4 / (7 * 5))),
    ]


def test_what_is_bought_with_one_category(cafe: Shop) -> None:
    rows = cafe.get("/api/orders/basket?item=Food&by=category").rows("antecedent", "consequent", "baskets")
    assert rows == [("Food", "Drinks", 4)]


def test_where_nothing_meets_it_says_what_to_ask_for(cafe: Shop) -> None:
    assert cafe.get("/api/orders/basket?min_support=0.9").summary["notes"] == [
        "No two meet in 8 of 8 orders with the confidence asked for: ask for less."
    ]
    assert cafe.get("/api/orders/basket?item=M&min_support=0.5").summary["notes"] == [
        "Milk and another do not meet in 4 of 8 orders with the confidence asked for: ask for less."
    ]
    unknown = cafe.get("/api/orders/basket?item=X").summary["notes"]
    assert unknown == ["No sku 'X' in this data."]


def test_products_without_a_name_go_by_their_id(shop: Shop) -> None:
    shop.product("T", name="").product("C", name="", size="Large")
    shop.sell("2024-01-01", 1, "O1", sku="T").sell("2024-01-01", 1, "O1", sku="C")
    assert shop.get("/api/orders/basket").rows("antecedent_names", "consequent_name") == [
        ("Large", "T"),
        ("T", "Large"),
    ]

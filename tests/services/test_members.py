"""What filters offer."""

from tests.world import Shop


def test_states_by_name(shop: Shop) -> None:
    shop.store("S1", "NV").store("S2", "CA")
    assert shop.get("/api/members?dimension=state").rows("member", "label") == [("CA", "California"), ("NV", "Nevada")]


def test_stores_of_a_state_that_match_a_text(shop: Shop) -> None:
    shop.store("S1", "NV", name="Reno North").store("S2", "CA", name="Renovated").store("S3", "NV", name="100 %")
    assert shop.get("/api/members?dimension=store&state=NV&search=reno").rows("member") == ["S1"]
    assert shop.get("/api/members?dimension=store&search=%25").rows("member") == ["S3"]


def test_customers_by_home_and_text(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, customer="Ann").customer("Anton", "NV", "Reno").customer("Bea")
    assert shop.get("/api/members?dimension=customer&search=an").rows("member", "label") == [
        ("Ann", "Ann"),
        ("Anton", "Anton"),
    ]
    assert shop.get("/api/members?dimension=customer&state=NV").rows("member") == ["Anton"]


def test_products_of_one_name_are_told_apart_by_their_size(shop: Shop) -> None:
    shop.product("P1", name="Margherita", size="Small").product("P2", name="Margherita", size="Large")
    shop.product("P3", name="", size="Large").product("P4", name="Tea")
    assert shop.get("/api/members?dimension=sku").rows("member", "label") == [
        ("P2", "Margherita, Large"),
        ("P1", "Margherita, Small"),
        ("P3", "P3"),
        ("P4", "Tea"),
    ]

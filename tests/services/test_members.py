"""What filters offer."""

from tests.world import Shop


def test_states_by_name(shop: Shop) -> None:
    shop.store("S1", "NV").store("S2", "CA")
    assert shop.get("/api/members?dimension=state").rows("member", "label") == [("CA", "California"), ("NV", "Nevada")]


def test_stores_of_a_state_that_match_a_text(shop: Shop) -> None:
    shop.store("S1", "NV", name="Reno North").store("S2", "CA", name="Renovated").store("S3", "NV", name="100 %")
    assert shop.get("/api/members?dimension=store&state=NV&search=reno").rows("member") == ["S1"]
    assert shop.get("/api/members?dimension=store&search=%25").rows("member") == ["S3"]

"""Shares of the whole stay those of the whole where a list is cut short."""

import pytest

from tests.world import Shop


@pytest.mark.parametrize(("question", "member", "first"), [("sales", "store", "S1"), ("sales_by_state", "state", "CA")])
def test_shares_are_of_all_also_where_the_list_is_cut(shop: Shop, question: str, member: str, first: str) -> None:
    shop.store("S2", "NV", "Reno").sell("2024-01-01", 75).sell("2024-01-01", 25, store="S2")
    assert shop.get(f"/api/stores/{question}?limit=1").rows(member, "share") == [(first, 0.75)]

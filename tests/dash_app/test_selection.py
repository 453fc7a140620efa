"""The query of the URL is the whole state."""

import pytest

from dash_app.selection import Selection


def test_a_link_brings_the_selection_back() -> None:
    search = "?start=2024-01-01&state=CA&state=NV&city=S%C3%A3o+Paulo&products-top.by=quantity"
    assert Selection.read(search).link == search
    assert Selection.read(search).values("state") == ["CA", "NV"]
    assert Selection.read(search).first("city") == "São Paulo"


@pytest.mark.parametrize("search", [None, "", "?", "?utm_source=mail", "?state="])
def test_what_no_page_knows_selects_nothing(search: str | None) -> None:
    assert Selection.read(search) == Selection()
    assert Selection.read(search).link == "?"


def test_a_value_given_twice_counts_once() -> None:
    assert Selection.read("?state=CA&state=CA").values("state") == ["CA"]


def test_toggling_adds_and_takes_away() -> None:
    added = Selection.read("?state=CA").toggled("state", "NV")
    assert added.link == "?state=CA&state=NV"
    assert added.toggled("state", "CA").link == "?state=NV"


def test_a_named_period_replaces_given_days() -> None:
    given = Selection.read("?start=2024-01-01&end=2024-02-01&state=CA")
    assert given.period == ""
    assert given.within("30d").link == "?state=CA&period=30d"


def test_the_usual_period_needs_no_words() -> None:
    assert Selection.read("").period == "90d"
    assert Selection.read("?period=nonsense").period == "90d"
    assert Selection.read("?period=30d&state=CA").within("90d").link == "?state=CA"


def test_only_means_exactly_one() -> None:
    assert Selection.read("?state=CA").only("state") == "CA"
    assert Selection.read("?state=CA&state=NV").only("state") == ""
    assert Selection.read("").only("state") == ""


def test_clearing_keeps_period_and_options() -> None:
    assert (
        Selection.read("?period=30d&state=CA&sku=P1&products-top.by=quantity").cleared().link
        == "?period=30d&products-top.by=quantity"
    )


def test_choices_of_a_card_stay_on_their_page() -> None:
    given = Selection.read("?period=30d&state=CA&products-top.by=quantity&grain=week")
    assert given.elsewhere.link == "?period=30d&state=CA&grain=week"


def test_a_customer_is_shown_over_all_time_unless_a_period_was_chosen() -> None:
    assert Selection.read("?state=CA&customer=B").about("customer", "A") == "/customer/A?state=CA&period=all"
    assert Selection.read("?period=30d").about("customer", "A") == "/customer/A?period=30d"
    assert Selection.read("?start=2024-01-01").about("customer", "A") == "/customer/A?start=2024-01-01"
    assert Selection.read("?state=CA").about("store", "S1") == "/store/S1?state=CA"

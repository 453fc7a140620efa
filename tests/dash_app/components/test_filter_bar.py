"""Filter bar, breadcrumb and footer."""

from collections.abc import Callable

from dash_app.components.breadcrumb import breadcrumb
from dash_app.components.filter_bar import chips, dimensions_of, member_links, period_links, period_name
from dash_app.components.footer import footer
from dash_app.pages.overview import OVERVIEW
from dash_app.scene import Scene
from tests.dash_app.conftest import bare_scene, dataset
from tests.dash_app.reading import links, parts, texts

LABELS = {("state", "CA"): "California", ("state", "NV"): "Nevada", ("city", "Lompoc"): "Lompoc"}


def test_a_chip_removes_its_filter() -> None:
    shown = chips(bare_scene("?state=CA&state=NV"), LABELS)
    assert links(shown) == ["?state=NV", "?state=CA", "?"]
    assert texts(shown) == ["State ", "California", "State ", "Nevada", "Remove all"]


def test_one_chip_needs_no_remove_all() -> None:
    assert links(chips(bare_scene("?state=CA"), LABELS)) == ["?"]


def test_the_period_is_named_or_spelled_out() -> None:
    assert period_name(bare_scene("?period=30d")) == "Last 30 days"
    assert period_name(bare_scene("?start=2024-02-01&end=2024-02-29")) == "1 – 29 Feb 2024"
    assert period_name(bare_scene("?start=soon")) == "Period"


def test_every_period_is_a_link_and_the_chosen_one_marked() -> None:
    offered = period_links(bare_scene("?period=30d&state=CA"))
    assert "?state=CA&period=365d" in links(offered)
    assert [texts(part) for part in parts(offered) if getattr(part, "aria-current", None)] == [["Last 30 days"]]


def test_filters_the_data_does_not_have_are_not_offered(scene: Callable[..., Scene]) -> None:
    assert dimensions_of(scene()) == ["state", "city", "store", "category", "sku", "customer"]


def test_members_are_switches() -> None:
    offered = member_links(bare_scene("?state=CA"), "state", [("CA", "California"), ("NV", "Nevada")])
    assert links(offered) == ["?", "?state=CA&state=NV"]
    assert [getattr(part, "aria-checked") for part in offered] == ["true", "false"]


def test_no_member_found_is_said() -> None:
    assert texts(member_links(bare_scene(), "state", [])) == ["Nothing found."]


def test_each_step_of_the_breadcrumb_leads_back_up() -> None:
    steps = breadcrumb(bare_scene("?category=Classic&state=CA&city=Lompoc"), LABELS, OVERVIEW)
    assert texts(steps) == ["All places", "California", "Lompoc"]
    assert links(steps) == ["?category=Classic", "?category=Classic&state=CA"]
    (up,) = (part for part in parts(steps) if hasattr(part, "data-up"))
    assert links(up) == ["?category=Classic&state=CA"]


def test_two_states_are_no_place_to_be_in() -> None:
    assert texts(breadcrumb(bare_scene("?state=CA&state=NV"), LABELS, OVERVIEW)) == ["All places"]


def test_the_footer_says_how_fresh_the_numbers_are() -> None:
    said = texts(footer(dataset(age_seconds=200, version=17)))
    assert said[:3] == ["Test", "Data up to 31 Dec 2024", "Version 17, loaded 3 minutes ago"]
    assert "loaded 1 day ago" in texts(footer(dataset(age_seconds=90_000)))[2]
    assert "loaded just now" in texts(footer(dataset(age_seconds=3)))[2]

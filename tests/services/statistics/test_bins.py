"""Round bins."""

from hypothesis import given
from hypothesis import strategies as st

from api.services.statistics.bins import Bins, round_bins


def test_widths_are_one_two_or_five_times_a_power_of_ten() -> None:
    assert round_bins(3, 97, 97, 10) == Bins(0, 10, 10)
    assert round_bins(3, 97, 97, 20) == Bins(0, 5, 20)
    assert round_bins(0, 181, 190, 10) == Bins(0, 20, 10)


def test_the_last_bin_takes_what_lies_far_above() -> None:
    bins = round_bins(0, 99, 5_000, 10)
    assert (bins, bins.edges(bins.last)) == (Bins(0, 10, 10), (90, 100))


def test_bins_nobody_needs_are_left_out() -> None:
    assert round_bins(0, 45, 45, 20) == Bins(0, 5, 10)


def test_one_value_has_one_bin() -> None:
    assert round_bins(7, 7, 7, 20) == Bins(7, 1, 1)


def test_no_bin_is_narrower_than_the_step() -> None:
    assert round_bins(12_990_000, 12_995_000, 12_995_000, 20, 10_000).width == 10_000


@given(st.integers(-(10**12), 10**12), st.integers(0, 10**12), st.integers(0, 10**12), st.integers(2, 100))
def test_every_value_has_a_bin(low: int, spread: int, beyond: int, most: int) -> None:
    high, top = low + spread, low + spread + beyond
    bins = round_bins(low, high, top, most)
    assert 1 <= bins.number <= most
    assert bins.start <= low < bins.edges(0)[1]
    assert high < bins.edges(most - 1)[1]
    assert bins.edges(bins.last)[0] <= top

"""Customers come back as the BG/NBD model says.

Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2), equations 8 and 9.
"""

import numpy as np
import pytest
from scipy.special import beta, hyp2f1

from data.generating.purchases import BgNbd, purchase
from tests.data.generating.conftest import Generated

CUSTOMERS, WEEKS = 200_000, 60.0
HABIT = BgNbd(r=0.243, alpha=4.414, a=0.793, b=2.426)


def expected_purchases(habit: BgNbd, t: float) -> float:
    r, alpha, a, b = habit.r, habit.alpha, habit.a, habit.b
    hyper = hyp2f1(r, b, a + b - 1, t / (alpha + t))
    return float((a + b - 1) / (a - 1) * (1 - (alpha / (alpha + t)) ** r * hyper))


def share_without_repeat(habit: BgNbd, t: float) -> float:
    return float((habit.alpha / (habit.alpha + t)) ** habit.r)


def share_with_one_repeat(habit: BgNbd, t: float) -> float:
    """Bought once and stopped, or bought once and nothing more."""
    r, alpha, a, b = habit.r, habit.alpha, habit.a, habit.b
    nothing_more = beta(a, b + 1) / beta(a, b) * r * (alpha / (alpha + t)) ** r * (t / (alpha + t))
    stopped = beta(a + 1, b) / beta(a, b) * (1 - (alpha / (alpha + t)) ** r)
    return float(nothing_more + stopped)


@pytest.fixture(scope="module")
def repeats() -> np.ndarray:
    wanted = round(CUSTOMERS * (1 + expected_purchases(HABIT, WEEKS)))
    joined = np.full(CUSTOMERS, 10.0)
    bought, habit, _ = purchase(np.random.default_rng(1), joined, 10.0 + WEEKS, wanted, HABIT)
    assert habit.alpha == pytest.approx(HABIT.alpha, rel=0.1)
    return np.bincount(bought.customer, minlength=CUSTOMERS) - 1


def test_as_many_purchases_as_the_model_expects(repeats: np.ndarray) -> None:
    assert repeats.mean() == pytest.approx(expected_purchases(HABIT, WEEKS), rel=0.04)


def test_as_many_come_never_or_once_again(repeats: np.ndarray) -> None:
    assert (repeats == 0).mean() == pytest.approx(share_without_repeat(HABIT, WEEKS), abs=0.01)
    assert (repeats == 1).mean() == pytest.approx(share_with_one_repeat(HABIT, WEEKS), abs=0.01)


def test_times_lie_between_joining_and_the_end() -> None:
    joined = np.array([0.0, 30.0, np.nan])
    bought, _, rate = purchase(np.random.default_rng(1), joined, 60.0, 200, HABIT)
    assert set(bought.customer) == {0, 1}
    assert (bought.business_time >= joined[bought.customer]).all()
    assert (bought.business_time < 60).all()
    assert rate[2] == 0


def test_the_sample_has_people_who_came_once_and_regulars(sample: Generated) -> None:
    counts = "SELECT count(*) AS n FROM orders WHERE customer_id NOTNULL GROUP BY customer_id"
    once, most = sample.rows(f"SELECT avg((n = 1)::INT), max(n) FROM ({counts})")[0]
    assert 0.15 < once < 0.45
    assert most > 60


def test_the_sample_follows_its_model_in_the_first_half_year(sample: Generated) -> None:
    """Of those who joined early enough to be seen half a year, as many came never again as the model says."""
    habit = BgNbd(**{name: sample.truth["bg_nbd"][name] for name in ("r", "alpha", "a", "b")})
    never = sample.value(
        "SELECT avg((orders = 1)::INT) FROM ("
        "SELECT count(*) FILTER (ordered_at < first + INTERVAL 26 WEEK) AS orders FROM orders "
        "JOIN (SELECT customer_id, min(ordered_at) AS first FROM orders GROUP BY 1) USING (customer_id) "
        "GROUP BY customer_id HAVING max(first) < '2025-06-30')"
    )
    assert never == pytest.approx(share_without_repeat(habit, 26), abs=0.03)

"""Association rules, against tables of two by two and exact fractions."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from api.services.statistics.basket_rules import rules
from api.services.statistics.baskets import Itemsets

TEA, CAKE, MILK = 1, 2, 3
AFTERNOON = Itemsets(
    baskets=20, least=1, counts={(TEA,): 10, (CAKE,): 5, (MILK,): 8, (TEA, CAKE): 4, (TEA, MILK): 4}, capped=False
)


def test_measures_of_a_rule_added_up_by_hand() -> None:
    """4 of 5 cakes come with tea; half of all baskets hold tea."""
    rule = next(rule for rule in rules(AFTERNOON, 0.8) if rule.antecedent == (CAKE,))
    assert (rule.consequent, rule.baskets, rule.support, rule.confidence, rule.lift) == (TEA, 4, 0.2, 0.8, 1.6)
    assert rule.leverage == pytest.approx(0.2 - 0.25 * 0.5)
    assert rule.conviction == pytest.approx((1 - 0.5) / (1 - 0.8))


def test_independent_items_have_lift_one_and_no_leverage() -> None:
    rule = next(rule for rule in rules(AFTERNOON, 0) if rule.antecedent == (MILK,))
    assert (rule.lift, rule.leverage) == (1, 0)


def test_q_values_are_fisher_probabilities_after_benjamini_and_hochberg() -> None:
    cake, milk = (fisher_exact(table, alternative="greater").pvalue for table in ([[4, 1], [6, 9]], [[4, 4], [6, 6]]))
    found = {(rule.antecedent, rule.consequent): rule.q_value for rule in rules(AFTERNOON, 0)}
    assert found[(CAKE,), TEA] == pytest.approx(min(cake * 4 / 2, milk))
    assert found[(MILK,), TEA] == pytest.approx(milk)


def test_q_values_do_not_depend_on_the_confidence_asked_for() -> None:
    every = {(rule.antecedent, rule.consequent): rule.q_value for rule in rules(AFTERNOON, 0)}
    assert {(rule.antecedent, rule.consequent): rule.q_value for rule in rules(AFTERNOON, 0.8)}.items() <= every.items()


def test_a_rule_without_exception_has_no_conviction() -> None:
    always = Itemsets(baskets=4, least=1, counts={(TEA,): 4, (CAKE,): 2, (TEA, CAKE): 2}, capped=False)
    assert {rule.conviction for rule in rules(always, 1)} == {None}


@pytest.mark.parametrize("confidence", [0.8, 0.7, 0.6, 0.1, 0.29, 0.3])
def test_a_rule_exactly_at_the_confidence_stays(confidence: float) -> None:
    """As floats 0.29 x 100 is 28.999999999999996."""
    exact = Fraction(repr(confidence))
    for n_x in range(exact.denominator, 50 * exact.denominator, exact.denominator):
        both = int(exact * n_x)
        itemsets = Itemsets(10_000, 1, {(TEA,): n_x, (CAKE,): 9_000, (TEA, CAKE): both}, capped=False)
        assert (TEA,) in [rule.antecedent for rule in rules(itemsets, confidence)]
        fewer = Itemsets(10_000, 1, {(TEA,): n_x, (CAKE,): 9_000, (TEA, CAKE): both - 1}, capped=False)
        assert (TEA,) not in [rule.antecedent for rule in rules(fewer, confidence)]


@given(st.lists(st.sets(st.integers(0, 4), min_size=1), min_size=2, max_size=30), st.integers(1, 10))
def test_every_rule_between_the_sets_is_there_once(baskets: list[set[int]], tenths: int) -> None:
    sets = [set_ for size in range(1, 6) for set_ in combinations(range(5), size)]
    counts = {set_: n for set_ in sets if (n := sum(set(set_) <= basket for basket in baskets))}
    found = rules(Itemsets(len(baskets), 1, counts, capped=False), tenths / 10)
    expected = {
        (tuple(i for i in both if i != y), y)
        for both, n in counts.items()
        if len(both) > 1
        for y in both
        if 10 * n >= tenths * counts[tuple(i for i in both if i != y)]
    }
    assert len(found) == len(expected)
    assert {(rule.antecedent, rule.consequent) for rule in found} == expected
    assert np.all(np.diff([rule.lift for rule in found]) <= 0)
    assert all(0 <= rule.q_value <= 1 for rule in found)


def test_single_items_make_no_rule() -> None:
    assert rules(Itemsets(3, 1, {(TEA,): 2}, capped=False), 0) == []

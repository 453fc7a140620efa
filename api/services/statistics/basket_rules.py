"""Association rules: who buys these items also buys that one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, hypergeom

from api.services.statistics.baskets import Itemset, Itemsets, decimal

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]


class Rule(NamedTuple):
    """X → y: items of the antecedent X, the consequent y, and what the baskets say about them."""

    antecedent: Itemset
    consequent: int
    baskets: int
    support: float
    confidence: float
    lift: float
    leverage: float
    conviction: float | None
    q_value: float


def rules(itemsets: Itemsets, confidence: float) -> list[Rule]:
    """Rules with one consequent and at least that confidence; highest lift first, then most baskets, then items.

    With n baskets, n_X and n_y of them holding X and y, n_Xy holding both: support n_Xy / n, confidence n_Xy / n_X,
    lift n·n_Xy / (n_X n_y), leverage n_Xy / n - n_X n_y / n², conviction (1 - n_y / n) / (1 - confidence), absent where
    the confidence is 1. q_value : the probability that independent X and y meet in n_Xy or more baskets (Fisher's
    exact test, one-sided), adjusted for the number of all rules between the itemsets, also those below the confidence
    (Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57).

    Agrawal & Srikant (1994), Fast Algorithms for Mining Association Rules, VLDB. The threshold compares whole numbers.
    """
    pairs = [(tuple(i for i in both if i != y), y) for both in itemsets.counts if len(both) > 1 for y in both]
    if not pairs:
        return []
    n_xy = _counts(itemsets, [tuple(sorted((*x, y))) for x, y in pairs])
    n_x, n_y = _counts(itemsets, [x for x, _ in pairs]), _counts(itemsets, [(y,) for _, y in pairs])
    q_value = false_discovery_control(np.clip(hypergeom.sf(n_xy - 1, itemsets.baskets, n_x, n_y), 0, 1))
    figures = np.column_stack((*_measures(itemsets.baskets, n_xy, n_x, n_y), q_value))
    kept = _confident(n_xy, n_x, confidence)
    found = [_rule(*pairs[i], int(n_xy[i]), *figures[i].tolist()) for i in kept]
    return sorted(found, key=lambda rule: (-rule.lift, -rule.baskets, rule.antecedent, rule.consequent))


def _counts(itemsets: Itemsets, sets: list[Itemset]) -> Counts:
    return np.array([itemsets.counts[items] for items in sets], dtype=np.int64)


def _confident(n_xy: Counts, n_x: Counts, confidence: float) -> list[int]:
    """Rules that reach the confidence: no rounding, so one that stands exactly at it stays."""
    above, below = decimal(confidence).as_integer_ratio()
    both, left = n_xy.tolist(), n_x.tolist()
    return [i for i, (n, m) in enumerate(zip(both, left, strict=True)) if n * below >= m * above]


def _measures(n: int, n_xy: Counts, n_x: Counts, n_y: Counts) -> tuple[Numbers, ...]:
    """Support, confidence, lift, leverage and conviction, the last not finite where the confidence is 1."""
    confidence = n_xy / n_x
    with np.errstate(divide="ignore", invalid="ignore"):
        conviction = (n_x / n) * (n - n_y) / (n_x - n_xy)
    return n_xy / n, confidence, n_xy * n / (n_x * n_y), n_xy / n - (n_x / n) * (n_y / n), conviction


def _rule(x: Itemset, y: int, baskets: int, *figures: float) -> Rule:
    support, confidence, lift, leverage, conviction, q_value = figures
    known = conviction if np.isfinite(conviction) else None
    return Rule(x, y, baskets, support, confidence, lift, leverage, known, q_value)

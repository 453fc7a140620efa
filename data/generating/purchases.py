"""When customers buy: each at a rate of their own, until they stop coming.

Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2): the BG/NBD model.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.drawing import Floats, Ints


@dataclass(frozen=True)
class BgNbd:
    """Rates are Gamma(r, alpha) per week, the chance to stop after a repeat purchase Beta(a, b)."""

    r: float = 0.45
    alpha: float = 5.0
    a: float = 0.7
    b: float = 3.0


@dataclass(frozen=True)
class Purchases:
    """One entry per purchase, in no order."""

    customer: Ints
    business_time: Floats


def purchase(
    random: Generator, joined: Floats, end: float, wanted: int, habit: BgNbd
) -> tuple[Purchases, BgNbd, Floats]:
    """Draw the purchases of customers between their first one, at `joined`, and `end`, about `wanted` in all.

    joined : shape (customers,), business time; NaN buys nothing.
    Returns the purchases, the model they really follow (alpha is scaled to meet `wanted`) and each customer's rate.
    """
    buyers = np.flatnonzero(np.isfinite(joined))
    weeks = end - joined[buyers]
    rate = random.gamma(habit.r, 1 / habit.alpha, len(buyers))
    lifetime = random.geometric(np.maximum(random.beta(habit.a, habit.b, len(buyers)), 1e-9))
    scale = _scale(random, rate * weeks, lifetime, wanted / max(1, len(buyers)) - 1)
    rate *= scale
    repeat, time = _repeat_purchases(random, rate * weeks, lifetime)
    first = Purchases(buyers, joined[buyers])
    again = Purchases(buyers[repeat], joined[buyers][repeat] + time * weeks[repeat])
    rates = np.zeros(len(joined))
    rates[buyers] = rate
    return _together(first, again), BgNbd(habit.r, habit.alpha / scale, habit.a, habit.b), rates


def _scale(random: Generator, expected: Floats, lifetime: Ints, wanted: float) -> float:
    """Factor on all rates that gives `wanted` repeat purchases per customer, found by halving on a sample."""
    if not len(expected) or wanted <= 0:
        return 1e-6
    sample = random.integers(0, len(expected), 20_000)
    low, high = -7.0, 7.0
    for _ in range(24):
        middle = (low + high) / 2
        drawn = random.poisson(expected[sample] * np.exp(middle))
        purchases = np.minimum(drawn, lifetime[sample]).mean()
        low, high = (middle, high) if purchases < wanted else (low, middle)
    return float(np.exp(low))


def _repeat_purchases(random: Generator, expected: Floats, lifetime: Ints) -> tuple[Ints, Floats]:
    """Customer and time, as a share of the weeks since joining, of each repeat purchase.

    Of `drawn` uniform times only the first `lifetime` happen. Given the time of the next one, Beta distributed,
    they are uniform before it, so nothing is sorted and nothing thrown away.
    """
    drawn = random.poisson(expected)
    stopped = drawn > lifetime
    until = np.ones(len(drawn))
    until[stopped] = random.beta(lifetime[stopped] + 1, drawn[stopped] - lifetime[stopped])
    repeat = np.repeat(np.arange(len(drawn)), np.minimum(drawn, lifetime))
    return repeat, random.random(len(repeat)) * until[repeat]


def _together(first: Purchases, again: Purchases) -> Purchases:
    return Purchases(
        np.concatenate([first.customer, again.customer]),
        np.concatenate([first.business_time, again.business_time]),
    )

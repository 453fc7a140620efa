"""How orders are paid."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.drawing import Choices, Ints, happens
from data.generating.habits import CHANNELS, Habits

METHODS = ("card", "cash", "wallet", "gift card")
GIFT_CARD = 3
_WEIGHTS = (  # by channel
    (0.56, 0.26, 0.16, 0.02),
    (0.60, 0.20, 0.18, 0.02),
    (0.66, 0.12, 0.20, 0.02),
    (0.62, 0.00, 0.35, 0.03),
)
SPLIT = 0.5  # share of gift cards that do not hold enough; a card pays the rest


@dataclass(frozen=True)
class Payments:
    """One entry per payment, sorted by order."""

    order: Ints
    sequence: Ints
    method: Ints
    cents: Ints


def pay(random: Generator, habits: Habits, total: Ints) -> Payments:
    """Pay every live order in full."""
    order = np.flatnonzero(habits.live)
    method = Choices(_WEIGHTS[: len(CHANNELS)]).draw(random, habits.channel[order])
    split = np.flatnonzero((method == GIFT_CARD) & happens(random, SPLIT, len(order)) & (total[order] > 100))
    held = (total[order[split]] * random.uniform(0.2, 0.9, len(split))).astype(np.int64)
    cents = total[order]
    cents[split] = held
    rest = total[order[split]] - held
    together = np.concatenate([order, order[split]])
    sequence = np.concatenate([np.ones_like(order), np.full_like(split, 2)])
    by_order = np.lexsort((sequence, together))
    return Payments(
        together[by_order],
        sequence[by_order],
        np.concatenate([method, np.zeros_like(split)])[by_order],
        np.concatenate([cents, rest])[by_order],
    )

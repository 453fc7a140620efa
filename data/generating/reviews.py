"""What customers say afterwards; late deliveries show."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.drawing import Choices, Ints, happens
from data.generating.orders import GUEST, Orders

ASKED = 0.08  # share of the orders of known customers that get a review
WITH_WORDS = 0.45
ANSWERED = 0.40
UNANSWERED = -1
_SCORE_WEIGHTS = ((2, 3, 9, 31, 55), (13, 17, 25, 28, 17), (38, 26, 18, 12, 6))  # in time, up to 10 minutes late, more


@dataclass(frozen=True)
class Reviews:
    """One entry per review, sorted by order; `score` 1 to 5, `words` the number of the message, -1 without."""

    order: Ints
    score: Ints
    created: Ints
    answered: Ints
    words: Ints


def review(random: Generator, orders: Orders, live: Ints, minutes_late: Ints, end: int) -> Reviews:
    """Draw the reviews written before second `end`."""
    order = live[(orders.customer[live] != GUEST) & happens(random, ASKED, len(live))]
    created = orders.second[order] + random.integers(3 * 3600, 4 * 86_400, len(order))
    order, created = order[created < end], created[created < end]
    band = np.digitize(minutes_late[order], (1, 10))
    score = Choices(_SCORE_WEIGHTS).draw(random, band) + 1
    answer = created + random.integers(3600, 6 * 86_400, len(order))
    answered = np.where(happens(random, ANSWERED, len(order)) & (answer < end), answer, UNANSWERED)
    words = np.where(happens(random, WITH_WORDS, len(order)), random.integers(0, 1 << 30, len(order)), UNANSWERED)
    return Reviews(order, score, created, answered, words)

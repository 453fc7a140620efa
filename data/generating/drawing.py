"""Drawing from weighted choices, many at once."""

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_BELOW_ONE = 1 - 1e-9  # keeps a draw inside its own row


class Choices:
    """Weighted choices, one row of weights per context.

    weights : shape (contexts, choices) or (choices,), not negative, each row with a positive sum.
    """

    def __init__(self, weights: ArrayLike) -> None:
        rows = np.atleast_2d(np.asarray(weights, dtype=np.float64))
        cumulative = np.cumsum(rows, axis=1)
        cumulative /= cumulative[:, -1:]
        self.count = rows.shape[1]
        self._flat = (cumulative + np.arange(len(rows))[:, None]).ravel()

    def draw(self, random: Generator, context: Ints) -> Ints:
        """Draw one choice for each context."""
        wanted = context + random.random(len(context)) * _BELOW_ONE
        choice: Ints = np.searchsorted(self._flat, wanted, side="right") - context * self.count
        return choice

    def draw_many(self, random: Generator, size: int) -> Ints:
        """Draw `size` choices from the only context."""
        return self.draw(random, np.zeros(size, dtype=np.int64))


def happens(random: Generator, probability: ArrayLike, size: int) -> Flags:
    """Draw whether each of `size` things happens."""
    return random.random(size, dtype=np.float32) < np.asarray(probability, dtype=np.float32)

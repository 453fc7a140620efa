"""How the multipliers of a Lagrangian dual move uphill."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from api.services.statistics.distance import Floats

MEMORY = 0.8  # of the last direction in the next one: less zigzag
SHRINK = 1.5
SHORTEST = 2e-3
PROGRESS = 1e-5  # of the aim; a smaller rise of the bound is none


@dataclass
class Ascent:
    """Deflected subgradient with Polyak's steps, which get shorter after `patience` steps without progress.

    Polyak (1969), Minimization of unsmooth functionals, USSR Computational Mathematics and Mathematical Physics 9(3);
    Camerini, Fratta & Maffioli (1975), On improving relaxation methods by modified gradient techniques,
    Mathematical Programming Study 3.
    """

    patience: int
    length: float = 1.0
    best: float = -np.inf
    idle: int = 0
    direction: Floats = field(default_factory=lambda: np.zeros(()))

    @property
    def ended(self) -> bool:
        """Whether the steps have become too short to lead anywhere."""
        return self.length < SHORTEST

    def towards(self, slope: Floats, lowest: NDArray[np.bool_], highest: NDArray[np.bool_]) -> Floats:
        """Direction of the next step: the slope and a memory of the last direction, not across a limit.

        slope : subgradient, shape (multipliers,); lowest, highest : multipliers that cannot fall or rise.
        """
        direction = slope + MEMORY * self.direction
        direction[(lowest & (direction < 0)) | (highest & (direction > 0))] = 0
        self.direction = direction
        return direction

    def step(self, bound: float, aim: float, squared: float) -> float:
        """How far to go; `squared` is the squared length of the direction, `aim` a bound to hope for."""
        progress = bound > self.best + PROGRESS * abs(aim)
        self.best, self.idle = max(self.best, bound), 0 if progress else self.idle + 1
        if self.idle == self.patience:
            self.length, self.idle = self.length / SHRINK, 0
        return self.length * (aim - bound) / squared if squared > 0 else 0.0

"""Stretches of days within which prices and the menu stay as they are."""

from dataclasses import dataclass

import numpy as np

from data.generating.clock import Clock
from data.generating.drawing import Ints
from data.generating.world import Menu


@dataclass(frozen=True)
class Periods:
    """`first_day` of each period, and the period of each day."""

    first_day: Ints
    of_day: Ints


def cut_periods(clock: Clock, menu: Menu) -> Periods:
    """A new period on every Monday and on every launch."""
    mondays = np.flatnonzero(clock.weekday == 0)
    launches = menu.launched[(menu.launched > 0) & (menu.launched < clock.days)]
    first_day = np.unique(np.concatenate([[0], mondays, launches]))
    return Periods(first_day, np.searchsorted(first_day, np.arange(clock.days), side="right") - 1)

"""How much each product is wanted in each period: seasons, novelty, prices, and the trouble of a category."""

import numpy as np

from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints
from data.generating.periods import Periods
from data.generating.prices import Prices
from data.generating.world import Menu

NOVELTY = 1.2  # extra demand on the day of the launch …
NOVELTY_DAYS = 42  # … falling to 1/e of it after so many days
SEASON_SWING = 0.45
PEAK_MONTH = {"summer": 6, "winter": 0}

SIZE_WEIGHTS = (  # small to extra large, for one … a party
    (0.55, 0.36, 0.08, 0.01),
    (0.10, 0.50, 0.34, 0.06),
    (0.03, 0.20, 0.50, 0.27),
    (0.01, 0.09, 0.42, 0.48),
)
FAVOURITE_FACTOR = 5.0
MEAT_FOR_A_VEGETARIAN = 0.25  # factor on other categories where the favourite is vegetarian


def demand(clock: Clock, periods: Periods, menu: Menu, prices: Prices) -> Floats:
    """Weight of each product in each period, before category troubles: shape (periods, products)."""
    age = periods.first_day[:, None] - menu.launched
    novelty = 1 + np.where(menu.launched > 0, NOVELTY, 0) * np.exp(-np.maximum(age, 0) / NOVELTY_DAYS)
    weights = menu.popularity * prices.demand * novelty * _season(clock, periods, menu)
    return np.where(age >= 0, weights, 0)


def _season(clock: Clock, periods: Periods, menu: Menu) -> Floats:
    """1 on average over the year."""
    month = clock.month[periods.first_day][:, None]
    peak = np.array([PEAK_MONTH.get(season, 0) for season in menu.season])
    swing = np.where(menu.season == "", 0, SEASON_SWING)
    return np.asarray(1 + swing * np.cos((month - peak) * np.pi / 6))


def main_weights(menu: Menu, wanted: Floats) -> Floats:
    """Weights of mains by period, occasion and favourite kind: shape (periods * occasions * kinds, mains)."""
    mains = menu.mains
    size = np.array(SIZE_WEIGHTS)[:, menu.size[mains]]
    taste = _taste(menu)
    weights = wanted[:, None, None, mains] * size[None, :, None] * taste[None, None]
    return np.asarray(weights.reshape(-1, len(mains)))


def favourite_weights(menu: Menu) -> Floats:
    """How many people have each kind of main as their favourite."""
    kinds = np.unique(menu.kind[menu.mains], return_index=True)[1]
    weights: Floats = menu.popularity[menu.mains][kinds]
    return weights


def context(menu: Menu, period: Ints, occasion: Ints, favourite: Ints) -> Ints:
    """Row of `main_weights`."""
    return (period * len(SIZE_WEIGHTS) + occasion) * len(favourite_weights(menu)) + favourite


def _taste(menu: Menu) -> Floats:
    """Factor on each main for people with each favourite: shape (kinds, mains)."""
    kind, category = menu.kind[menu.mains], menu.category[menu.mains]
    kinds, first = np.unique(kind, return_index=True)
    vegetarian = category[first] == "Vegetarian"
    factor = np.where(kind == kinds[:, None], FAVOURITE_FACTOR, 1.0)
    return np.where(vegetarian[:, None] & (category != "Vegetarian"), factor * MEAT_FOR_A_VEGETARIAN, factor)

"""How sales answer to prices, from products whose own price changed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]

LEAST_CHANGE = 0.005  # a product's price varied where its highest is this much above its lowest
FEW_CLUSTERS = 10
_ROUNDS = 1_000
_TOLERANCE = 1e-10


@dataclass(frozen=True)
class Elasticity:
    """Change of log quantity per change of log price, with its standard error and what it rests on."""

    value: float
    standard_error: float | None
    products: int
    observations: int
    period_effects: bool


def price_elasticity(product: ArrayLike, period: ArrayLike, price: ArrayLike, quantity: ArrayLike) -> Elasticity | None:
    """Estimate log quantity = product + period + elasticity * log price, by least squares.

    product, period : labels of shape (observations,); price, quantity : positive, same shape.
    None where no product's own price varied. What all products share in a period (season, holidays, growth) is taken
    out; with a single product there is nothing to take it out with, and `period_effects` is False.

    Effects are swept out in turns until nothing moves: Guimaraes & Portugal (2010), Stata Journal 10(4). The error is
    clustered by product: Arellano (1987), Oxford Bulletin 49(4); below ten products whose price varied it is
    heteroskedasticity-robust instead: MacKinnon & White (1985), Journal of Econometrics 29(3), HC1.
    """
    products, periods = _numbered(product), _numbered(period)
    x, y = np.log(np.asarray(price, dtype=np.float64)), np.log(np.asarray(quantity, dtype=np.float64))
    varied = _varied(products, x)
    if not varied.any():
        return None
    shared = len(np.unique(products)) > 1
    effects = [products, periods] if shared else [products]
    x, y = _swept(x, effects), _swept(y, effects)
    absorbed = sum(int(labels.max()) + 1 for labels in effects) - (len(effects) - 1)
    freedom = len(x) - absorbed - 1
    if (x @ x) < _TOLERANCE:
        return None
    slope = float(x @ y / (x @ x))
    error = _error(x, y - slope * x, products, freedom, int(varied.sum()))
    return Elasticity(slope, error, int(varied.sum()), len(x), shared)


def _numbered(labels: ArrayLike) -> Labels:
    return np.unique(np.asarray(labels), return_inverse=True)[1].astype(np.int64)


def _varied(products: Labels, log_price: Floats) -> NDArray[np.bool_]:
    """Whether each product's price varied."""
    count = int(products.max()) + 1 if len(products) else 0
    highest, lowest = np.full(count, -np.inf), np.full(count, np.inf)
    np.maximum.at(highest, products, log_price)
    np.minimum.at(lowest, products, log_price)
    return np.asarray(highest - lowest > np.log1p(LEAST_CHANGE))


def _swept(values: Floats, effects: list[Labels]) -> Floats:
    """Take the means of every group of every effect out, in turns."""
    left = values.copy()
    sizes = [np.bincount(labels) for labels in effects]
    for _ in range(_ROUNDS):
        before = left
        for labels, size in zip(effects, sizes, strict=True):
            left = left - (np.bincount(labels, left) / size)[labels]
        if np.abs(left - before).max() < _TOLERANCE:
            break
    return left


def _error(x: Floats, residual: Floats, products: Labels, freedom: int, varied: int) -> float | None:
    if freedom <= 0:
        return None
    scores, correction = x * residual, len(x) / freedom
    if varied >= FEW_CLUSTERS:
        scores = np.bincount(products, scores).astype(np.float64)
        correction = (len(x) - 1) / freedom * len(scores) / (len(scores) - 1)
    return float(np.sqrt(correction * (scores @ scores)) / (x @ x))

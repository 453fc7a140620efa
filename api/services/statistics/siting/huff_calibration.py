"""How much attraction draws and distance deters, from where people really shop."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from api.services.statistics.distance import Floats
from api.services.statistics.siting.huff import UnfitForHuff

MOST_STEPS = 100
SETTLED = 1e-12
STEEPEST = 100.0  # an exponent beyond says that everybody shops at one extreme


@dataclass(frozen=True)
class HuffFit:
    """The exponents of Huff's model, and what they explain."""

    alpha: float  # 0 where no attraction was given
    beta: float
    explained: float  # of the variance (regression) or of the log-likelihood of indifference (likelihood)
    pairs: int  # pairs of place and store it rests on


def log_centred_fit(flows: ArrayLike, distance: ArrayLike, attraction: ArrayLike | None = None) -> HuffFit:
    """Huff's exponents by least squares on logarithms, each less its mean over the stores a place shops at.

    flows : customers or money from place to store, shape (places, stores), at least 0; distance : same shape, above 0.
    attraction : shape (stores,), above 0; None: all attract alike.
    Only pairs with a flow enter, and places with two of them, so with many empty pairs the exponents come out too
    small: `likelihood_fit` is then the better judge.

    Nakanishi & Cooper (1974), Parameter Estimation for a Multiplicative Competitive Interaction Model: Least Squares
    Approach, Journal of Marketing Research 11(3).
    """
    n, X = _prepared(flows, distance, attraction)
    shopping = n > 0
    shopping &= shopping.sum(axis=1, keepdims=True) >= 2
    y = _centred(np.log(np.where(shopping, n, 1.0)), shopping)
    x = np.stack([_centred(feature, shopping) for feature in X], axis=1)
    if not len(y) or np.linalg.matrix_rank(x) < x.shape[1]:
        raise UnfitForHuff("The exponents cannot be told: it takes places that shop at stores which differ.")
    exponents, *_ = np.linalg.lstsq(x, y)
    unexplained = float(((y - x @ exponents) ** 2).sum())
    variance = float((y**2).sum())
    return _fit(np.asarray(exponents), 1 - unexplained / variance if variance > 0 else 0.0, int(shopping.sum()))


def likelihood_fit(flows: ArrayLike, distance: ArrayLike, attraction: ArrayLike | None = None) -> HuffFit:
    """Huff's exponents under which the flows are most likely; empty pairs count as the choices not made.

    Arguments as in `log_centred_fit`.

    McFadden (1974), Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics.
    """
    n, X = _prepared(flows, distance, attraction)
    exponents = np.zeros(len(X))
    for _ in range(MOST_STEPS):
        slope, curvature = _derivatives(n, X, exponents)
        if np.linalg.matrix_rank(curvature, hermitian=True) < len(X) or np.abs(exponents).max() > STEEPEST:
            break
        step = np.linalg.solve(curvature, slope)
        exponents = exponents + step / max(1.0, np.abs(step).max())
        if np.abs(step).max() < SETTLED * max(1.0, np.abs(exponents).max()):
            indifferent = _log_likelihood(n, X, np.zeros(len(X)))
            return _fit(exponents, 1 - _log_likelihood(n, X, exponents) / indifferent, n.size)
    raise UnfitForHuff("The exponents cannot be told: it takes stores that differ, and people who choose differently.")


def _prepared(flows: ArrayLike, distance: ArrayLike, attraction: ArrayLike | None) -> tuple[Floats, Floats]:
    """Flows, and the logarithms that the exponents multiply: shapes (places, stores), (exponents, places, stores)."""
    n, d = np.asarray(flows, dtype=np.float64), np.asarray(distance, dtype=np.float64)
    A = np.ones(d.shape[1]) if attraction is None else np.asarray(attraction, dtype=np.float64)
    if not ((n >= 0).all() and (d > 0).all() and (A > 0).all() and all(np.isfinite(v).all() for v in (n, d, A))):
        raise UnfitForHuff("Flows are at least 0, distances and attractions above 0, and all are known.")
    nearness = -np.log(d)
    return n, nearness[None] if attraction is None else np.stack([np.broadcast_to(np.log(A), d.shape), nearness])


def _centred(values: Floats, used: NDArray[np.bool_]) -> Floats:
    """Values less their mean over the used stores of their place; shape (used pairs,)."""
    mean = (values * used).sum(axis=1) / np.maximum(used.sum(axis=1), 1)
    return np.asarray((values - mean[:, None])[used])


def _log_choice(X: Floats, exponents: Floats) -> Floats:
    utility = np.tensordot(exponents, X, axes=1)
    utility -= utility.max(axis=1, keepdims=True)
    return np.asarray(utility - np.log(np.exp(utility).sum(axis=1, keepdims=True)))


def _log_likelihood(n: Floats, X: Floats, exponents: Floats) -> float:
    return float((n * _log_choice(X, exponents)).sum())


def _derivatives(n: Floats, X: Floats, exponents: Floats) -> tuple[Floats, Floats]:
    """Slope of the log-likelihood, shape (exponents,), and its curvature with the sign turned."""
    expected = n.sum(axis=1, keepdims=True) * np.exp(_log_choice(X, exponents))
    mean = (np.exp(_log_choice(X, exponents)) * X).sum(axis=2, keepdims=True)
    slope = ((n - expected) * X).sum(axis=(1, 2))
    return slope, np.einsum("aij,bij,ij->ab", X - mean, X - mean, expected)


def _fit(exponents: Floats, explained: float, pairs: int) -> HuffFit:
    alpha = float(exponents[0]) if len(exponents) == 2 else 0.0
    return HuffFit(alpha, float(exponents[-1]), explained, pairs)

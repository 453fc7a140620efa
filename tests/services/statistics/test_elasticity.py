"""How sales answer to prices."""

import numpy as np
import pytest

from api.services.statistics.elasticity import price_elasticity


def _market(seed: int, products: int, elasticity: float, noise: float = 0.2) -> tuple[np.ndarray, ...]:
    """A hundred weeks with a season all share, trial prices, and demand that answers with `elasticity`."""
    random = np.random.default_rng(seed)
    product, week = (labels.ravel() for labels in np.meshgrid(np.arange(products), np.arange(100)))
    trial = np.repeat(random.choice([0.8, 0.9, 1, 1, 1, 1.1, 1.2], (10, products)), 10, axis=0).ravel()
    price = (5 + product % 7) * trial * 1.02 ** (week // 52)
    season = 0.5 * np.sin(week / 8) + 0.01 * week
    quantity = np.exp(3 + product / 9 + season + elasticity * np.log(price) + random.normal(0, noise, len(price)))
    return product, week, price, quantity


def test_a_known_elasticity_is_given_back_exactly_without_noise() -> None:
    found = price_elasticity(*_market(1, 12, -1.7, noise=0))
    assert found is not None
    assert found.value == pytest.approx(-1.7, abs=1e-6)
    assert (found.products, found.observations, found.period_effects) == (12, 1200, True)


@pytest.mark.parametrize("products", [4, 30])
def test_two_standard_errors_cover_the_truth(products: int) -> None:
    covered = 0
    for seed in range(200):
        found = price_elasticity(*_market(seed, products, -1.2))
        assert found is not None and found.standard_error is not None
        covered += abs(found.value + 1.2) < 1.96 * found.standard_error
    assert 0.90 <= covered / 200 <= 0.99


def test_it_is_least_squares_with_a_dummy_for_each_product_and_period() -> None:
    kept = np.random.default_rng(4).random(500) < 0.6
    product, week, price, quantity = (values[kept] for values in _market(3, 5, -0.8))
    dummies = [product == p for p in range(5)] + [week == w for w in np.unique(week)[1:]]
    design = np.column_stack([np.log(price), *dummies]).astype(float)
    expected = np.linalg.lstsq(design, np.log(quantity), rcond=None)[0]
    residual = np.log(quantity) - design @ expected
    bread = np.linalg.inv(design.T @ design)
    robust = bread @ (design.T * residual**2) @ design @ bread * len(price) / (len(price) - design.shape[1])
    found = price_elasticity(product, week, price, quantity)
    assert found is not None
    assert found.value == pytest.approx(expected[0], rel=1e-8)
    assert found.standard_error == pytest.approx(np.sqrt(robust[0, 0]), rel=1e-6)


def test_one_product_is_compared_with_itself_alone() -> None:
    found = price_elasticity([0, 0, 0], [1, 2, 3], [1.0, 2.0, 4.0], [16.0, 4.0, 1.0])
    assert found is not None
    assert found.value == pytest.approx(-2)
    assert not found.period_effects


def test_prices_that_never_varied_say_nothing() -> None:
    assert price_elasticity([0, 0, 1, 1], [1, 2, 1, 2], [1.0, 1.0, 2.0, 2.0], [9.0, 8.0, 4.0, 5.0]) is None


def test_too_few_observations_have_no_error() -> None:
    found = price_elasticity([0, 0], [1, 2], [1.0, 2.0], [4.0, 1.0])
    assert found is not None
    assert found.value == pytest.approx(-2)
    assert found.standard_error is None

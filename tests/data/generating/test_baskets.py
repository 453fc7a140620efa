"""What goes together in truth.json goes together in the orders."""

import numpy as np
import pytest

from data.generating.drawing import Choices
from tests.data.generating.conftest import Generated

NAMES = "SELECT DISTINCT order_id, name FROM order_items JOIN products USING (sku)"


def lift(sample: Generated, one: str, other: str) -> float:
    both, first, second, orders = sample.rows(
        "SELECT count(*) FILTER (a AND b), count(*) FILTER (a), count(*) FILTER (b), count(*) FROM ("
        f"SELECT bool_or(name = $${one}$$) AS a, bool_or(name = $${other}$$) AS b FROM ({NAMES}) GROUP BY order_id)"
    )[0]
    return float(both * orders / (first * second))


def test_extras_go_with_the_mains_told(sample: Generated) -> None:
    strong = [pair for pair in sample.truth["associations"] if pair["factor"] >= 2]
    assert len(strong) >= 8
    for pair in strong:
        assert lift(sample, pair["main"], pair["extra"]) > 1.25, pair


def test_unloved_pairs_are_rare(sample: Generated) -> None:
    assert lift(sample, "Garden Patch", "Chicken Wings") < 0.75


def test_mains_come_in_the_pairs_told(sample: Generated) -> None:
    pairs = sample.truth["pairs"]
    mains = "SELECT DISTINCT order_id, name FROM order_items JOIN products USING (sku) WHERE product_group = 'Pizza'"
    of_two = f"SELECT min(name) AS one, max(name) AS other FROM ({mains}) GROUP BY order_id HAVING count(*) = 2"
    counted = sample.rows(f"SELECT one, other, count(*) FROM ({of_two}) GROUP BY ALL")
    told = {tuple(sorted(pair)) for pair in pairs.items()}
    together, apart = ([n for *pair, n in counted if (tuple(pair) in told) is wanted] for wanted in (True, False))
    assert np.mean(together) > 1.5 * np.mean(apart)


def test_two_of_the_same_are_one_line(sample: Generated) -> None:
    assert (
        sample.value("SELECT count(*) FROM (SELECT 1 FROM order_items GROUP BY order_id, sku HAVING count(*) > 1)") == 0
    )


def test_an_order_has_a_believable_size(sample: Generated) -> None:
    sizes = "SELECT count(*) AS lines, sum(quantity) AS units FROM order_items GROUP BY order_id"
    lines, units = sample.rows(f"SELECT avg(lines), avg(units) FROM ({sizes})")[0]
    assert 2 < lines < 3.2
    assert 2.3 < float(units) < 4.2


def test_demand_answers_prices_as_told(sample: Generated) -> None:
    """Log-log slope of the share of orders with garlic knots, the best seller among the extras, on their price."""
    months = sample.rows(
        "SELECT avg(unit_price)::DOUBLE, count(unit_price) / count(DISTINCT orders.order_id) FROM orders "
        "LEFT JOIN (SELECT order_id, unit_price FROM order_items WHERE sku = 'SI07') USING (order_id) "
        "GROUP BY date_trunc('month', ordered_at)"
    )
    price, share = np.log(np.array(months, dtype=float)).T
    slope = np.polyfit(price, share, 1)[0]
    assert slope == pytest.approx(sample.truth["elasticity"]["SI07"], abs=0.6)


def test_choices_come_in_proportion_to_their_weights() -> None:
    choices = Choices([[1, 0, 3], [0, 2, 0]])
    drawn = choices.draw(np.random.default_rng(1), np.repeat([0, 1], 100_000))
    assert np.bincount(drawn[:100_000], minlength=3) / 100_000 == pytest.approx([0.25, 0, 0.75], abs=0.01)
    assert set(drawn[100_000:]) == {1}

"""What truth.json says is wrong with the data, is."""

from typing import Any

import pytest

from tests.data.generating.conftest import Generated

UNITS = "SELECT order_id, sum(quantity) AS units FROM order_items GROUP BY order_id"


def orders(sample: Generated, what: str, since: str, until: str) -> int:
    """Orders with a line that meets a condition, in a period; the first day counts, the last does not."""
    count: int = sample.value(
        "SELECT count(DISTINCT order_id) FROM order_items JOIN orders USING (order_id) JOIN products USING (sku) "
        f"JOIN stores USING (store_id) WHERE {what} AND ordered_at >= {since} AND ordered_at < {until}"
    )
    return count


def kept(sample: Generated, fault: dict[str, Any], who: str, others: str, before: tuple[str, str]) -> float:
    """Share of its sales somebody kept once the fault was complete, against the time before and all others."""
    now = (f"DATE '{fault['complete']}'", f"DATE '{sample.truth['last_day']}' + 1")
    changes = [orders(sample, what, *now) / orders(sample, what, *before) for what in (who, others)]
    return changes[0] / changes[1]


def test_troubled_stores_lose_as_much_as_told(sample: Generated) -> None:
    faults = sample.truth["troubled_stores"]
    troubled = ", ".join(f"'{fault['store_id']}'" for fault in faults)
    others = f"store_id NOT IN ({troubled}) AND opened_on < DATE '2024-06-01' AND closed_on IS NULL"
    for fault in faults:
        half_a_year = (f"DATE '{fault['starts']}' - 182", f"DATE '{fault['starts']}'")
        share = kept(sample, fault, f"store_id = '{fault['store_id']}'", others, half_a_year)
        assert share == pytest.approx(1 - fault["decline"], abs=0.15)
    assert len(faults) >= 2


def test_the_troubled_category_loses_as_much_as_told(sample: Generated) -> None:
    [fault] = sample.truth["troubled_categories"]
    year_before = tuple(f"{day} - INTERVAL 1 YEAR" for day in (f"DATE '{fault['complete']}'", "DATE '2026-01-01'"))
    share = kept(sample, fault, "category = 'Desserts'", "true", (year_before[0], year_before[1]))
    assert share == pytest.approx(1 - fault["decline"], abs=0.12)


def test_outlying_orders_are_the_largest(sample: Generated) -> None:
    outliers = sample.truth["outlying_orders"]
    largest = sample.rows(f"SELECT order_id, units FROM ({UNITS}) ORDER BY units DESC LIMIT {len(outliers)}")
    assert sorted(order for order, _ in largest) == outliers
    assert (
        min(units for _, units in largest) >= 30 > sample.value(f"SELECT quantile_disc(units, 0.9999) FROM ({UNITS})")
    )


def test_white_spots_have_customers_and_no_store(sample: Generated) -> None:
    for spot in sample.truth["white_spots"]:
        here = f"city = $${spot['city']}$$ AND state_code = '{spot['state_code']}'"
        assert sample.value(f"SELECT count(*) FROM customers WHERE {here}") > 20
        assert sample.value(f"SELECT count(*) FROM stores WHERE {here}") == 0


def test_late_deliveries_get_bad_reviews(sample: Generated) -> None:
    score = "SELECT avg(score) FROM reviews JOIN orders USING (order_id) WHERE delivered_at "
    assert sample.value(score + "> promised_at + INTERVAL 10 MINUTE") < 3
    assert sample.value(score + "<= promised_at") > 4

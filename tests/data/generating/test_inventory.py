"""Stock adds up from count to count."""

from tests.data.generating.conftest import Generated

SOLD = (
    "SELECT store_id, sku, sum(quantity) AS sold, (ordered_at::DATE + ((7 - isodow(ordered_at)) % 7)::INTEGER) AS day "
    "FROM order_items JOIN orders USING (order_id) WHERE live GROUP BY ALL"
)


def test_what_was_there_and_came_and_was_sold_is_what_is_there(sample: Generated) -> None:
    wrong, counts = sample.rows(
        f"SELECT count(*) FILTER (before + received - coalesce(sold, 0) <> on_hand), count(*) FROM "
        f"(SELECT *, lag(on_hand) OVER (PARTITION BY store_id, sku ORDER BY day) AS before FROM inventory) "
        f"LEFT JOIN ({SOLD}) USING (store_id, sku, day)"
    )[0]
    assert wrong == 0
    assert counts > 10_000


def test_counts_are_on_sundays_of_the_last_year_and_never_negative(sample: Generated) -> None:
    days, weekdays, least = sample.rows(
        "SELECT count(DISTINCT day), list(DISTINCT isodow(day)), min(on_hand) FROM inventory"
    )[0]
    assert (days, weekdays) == (52, [7])
    assert least >= 0

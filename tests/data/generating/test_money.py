"""Every cent is accounted for."""

from tests.data.generating.conftest import Generated

LINES = (
    "SELECT order_id, sum(quantity * unit_price - discount + freight) AS of_lines, any_value(total) AS total, "
    "any_value(live) AS live FROM order_items JOIN orders USING (order_id) GROUP BY order_id"
)


def test_totals_equal_their_lines_but_for_the_odd_ones_told(sample: Generated) -> None:
    odd = sample.rows(f"SELECT order_id, (100 * (total - of_lines))::INTEGER FROM ({LINES}) WHERE total <> of_lines")
    assert dict(odd) == sample.truth["odd_totals"]
    assert len(odd) == 120_000 // 5_000


def test_live_orders_are_paid_in_full_and_cancelled_ones_not(sample: Generated) -> None:
    paid = "(SELECT order_id, sum(value) AS paid FROM payments GROUP BY order_id)"
    query = (
        f"SELECT count(*) FROM orders LEFT JOIN {paid} USING (order_id) WHERE coalesce(paid, 0) <> if(live, total, 0)"
    )
    assert sample.value(query) == 0


def test_some_gift_cards_do_not_hold_enough(sample: Generated) -> None:
    assert sample.rows("SELECT DISTINCT method FROM payments WHERE sequence = 2") == [("card",)]


def test_nobody_gets_back_more_than_was_paid(sample: Generated) -> None:
    too_much = (
        "SELECT count(*) FROM returns JOIN order_items USING (order_id, sku) "
        "WHERE returns.amount > order_items.quantity * unit_price - discount OR returns.quantity > order_items.quantity"
    )
    assert sample.value(too_much) == 0
    assert (
        sample.value("SELECT count(*) FROM returns JOIN orders USING (order_id) WHERE returned_at <= ordered_at") == 0
    )


def test_the_list_price_is_the_latest_price(sample: Generated) -> None:
    latest = "SELECT sku, arg_max(unit_price, order_id) AS latest FROM order_items GROUP BY sku"
    assert sample.value(f"SELECT count(*) FROM products JOIN ({latest}) USING (sku) WHERE latest = price") == 54


def test_only_deliveries_carry_a_fee(sample: Generated) -> None:
    fees = (
        "SELECT DISTINCT channel, freight FROM order_items JOIN orders USING (order_id) WHERE freight > 0 ORDER BY ALL"
    )
    assert [(channel, float(fee)) for channel, fee in sample.rows(fees)] == [("delivery", 2.99), ("delivery", 3.99)]


def test_shares_come_out_as_told(sample: Generated) -> None:
    shares = sample.truth["shares"]
    guests, cancelled, refunded, coupons = sample.rows(
        "SELECT avg((customer_id IS NULL)::INT), avg((NOT live)::INT), "
        "(SELECT count(*) FROM returns) / count(*), "
        "(SELECT count(DISTINCT order_id) FROM order_items WHERE discount > 0) / count(*) FROM orders"
    )[0]
    assert abs(guests - shares["guests"]) < 0.03
    assert abs(cancelled - shares["cancelled"]) < 0.002
    assert abs(refunded - shares["refunded"]) < 0.001
    assert abs(coupons - shares["coupons"]) < 0.005

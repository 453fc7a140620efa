WITH orders AS (
    SELECT
        order_key, order_id, day, ordered_at, hour, store_key, place_key, customer_key, channel, status, live,
        line_count, quantity, amount, freight, total, approved_at, shipped_at, delivered_at, promised_at
    FROM before."order" ANTI JOIN incoming."order" USING (order_key)
    UNION ALL
    SELECT
        order_key, order_id, day, ordered_at, hour, store_key, place_key, customer_key, channel, status, live,
        line_count, quantity, amount, freight, total, approved_at, shipped_at, delivered_at, promised_at
    FROM incoming."order"
),
earlier AS (
    SELECT order_key, lag(day) OVER (PARTITION BY customer_key ORDER BY day, order_key) AS previous_day
    FROM orders WHERE live AND customer_key > 0
)
SELECT orders.*, earlier.previous_day FROM orders LEFT JOIN earlier USING (order_key)

-- What is delivered of an order replaces what was known of it; a delivery without any payments replaces none.
WITH delivered AS (
    SELECT
        o.order_key,
        row_number() OVER (PARTITION BY o.order_key ORDER BY p.sequence, p.source_row) AS sequence,
        p.method,
        p.instalments,
        p.value
    FROM accepted.payments AS p JOIN main."order" AS o USING (order_id)
),
replaced AS (
    SELECT order_key FROM delivered
    UNION SELECT order_key FROM incoming."order" WHERE EXISTS (SELECT 1 FROM delivered)
),
payments AS (
    SELECT order_key, sequence, method, instalments, value FROM before.payment ANTI JOIN replaced USING (order_key)
    UNION ALL SELECT order_key, sequence, method, instalments, value FROM delivered
)
SELECT
    order_key, p.sequence, o.day, o.store_key, o.place_key, o.customer_key, o.live, p.method, p.instalments, p.value
FROM payments AS p JOIN main."order" AS o USING (order_key)

SELECT
    coalesce(
        b.order_key,
        (SELECT coalesce(max(order_key), 0) FROM before."order")
        + row_number() OVER (PARTITION BY b.order_key IS NULL ORDER BY o.order_id)
    ) AS order_key,
    o.order_id
FROM accepted.orders AS o
LEFT JOIN before."order" AS b USING (order_id)

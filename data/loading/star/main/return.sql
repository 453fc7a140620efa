-- A credit note delivered again replaces what was known of it.
WITH delivered AS (
    SELECT
        r.return_id,
        row_number() OVER (PARTITION BY r.return_id ORDER BY r.source_row) AS line_number,
        coalesce(o.order_key, 0) AS order_key,
        CAST(r.returned_at AS DATE) AS day,
        coalesce(s.store_key, o.store_key, 0) AS store_key,
        coalesce(p.place_key, 0) AS given_place_key,
        coalesce(o.place_key, 0) AS order_place_key,
        coalesce(h.place_key, 0) AS home_key,
        coalesce(h.customer_key, o.customer_key, 0) AS customer_key,
        coalesce(a.product_key, 0) AS product_key,
        coalesce(nullif(r.channel, ''), o.channel, '') AS channel,
        r.quantity,
        r.amount
    FROM accepted.returns AS r
    LEFT JOIN main."order" AS o ON o.order_id = r.order_id
    LEFT JOIN keys.store AS s ON s.store_id = r.store_id
    LEFT JOIN keys.product AS a ON a.sku = r.sku
    LEFT JOIN incoming.home AS h ON h.customer_id = r.customer_id
    LEFT JOIN keys.place_named AS p
        ON p.country = r.country AND p.state_code = r.state_code AND p.state = r.state AND p.city = r.city
)
SELECT
    return_id, line_number, order_key, day, store_key, place_key, customer_key, product_key, channel, quantity, amount
FROM before."return" ANTI JOIN delivered USING (return_id)
UNION ALL
SELECT
    d.return_id, d.line_number, d.order_key, d.day, d.store_key,
    CASE
        WHEN d.given_place_key <> 0 THEN d.given_place_key
        WHEN d.order_place_key <> 0 THEN d.order_place_key
        WHEN s.kind = 'store' AND d.store_key <> 0 THEN s.place_key
        ELSE d.home_key
    END AS place_key,
    d.customer_key, d.product_key, d.channel, d.quantity, d.amount
FROM delivered AS d JOIN main.store AS s ON s.store_key = d.store_key

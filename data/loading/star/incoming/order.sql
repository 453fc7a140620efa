-- The delivered orders under their keys, with the sums of their lines.
WITH sums AS (
    SELECT
        order_key,
        count(*) AS line_count,
        sum(quantity) AS quantity,
        sum(amount) AS amount,
        sum(freight) AS freight,
        CASE WHEN min(store_key) = max(store_key) THEN min(store_key) ELSE 0 END AS store_key
    FROM incoming.line
    GROUP BY order_key
),
keyed AS (
    SELECT
        k.order_key,
        o.*,
        coalesce(s.line_count, 0) AS line_count,
        coalesce(s.quantity, 0) AS quantity,
        coalesce(s.amount, 0) AS amount,
        coalesce(s.freight, 0) AS freight,
        coalesce(s.store_key, shared.store_key, 0) AS store_key,
        coalesce(h.customer_key, 0) AS customer_key,
        coalesce(h.place_key, 0) AS home_key,
        coalesce(p.place_key, 0) AS given_place_key
    FROM accepted.orders AS o
    JOIN keys."order" AS k ON k.order_id = o.order_id
    LEFT JOIN sums AS s ON s.order_key = k.order_key
    LEFT JOIN keys.store AS shared ON shared.store_id = o.store_id
    LEFT JOIN incoming.home AS h ON h.customer_id = o.customer_id
    LEFT JOIN keys.place_named AS p
        ON p.country = o.country AND p.state_code = o.state_code AND p.state = o.state AND p.city = o.city
)
SELECT
    keyed.*,
    CAST(keyed.ordered_at AS DATE) AS day,
    hour(keyed.ordered_at) AS hour,
    CASE
        WHEN keyed.given_place_key <> 0 THEN keyed.given_place_key
        WHEN store.kind = 'store' AND keyed.store_key <> 0 THEN store.place_key
        ELSE keyed.home_key
    END AS place_key
FROM keyed JOIN main.store AS store ON store.store_key = keyed.store_key

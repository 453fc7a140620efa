WITH delivered AS (
    SELECT store_id FROM accepted.stores
    UNION SELECT store_id FROM accepted.orders
    UNION SELECT store_id FROM accepted.order_items
    UNION SELECT store_id FROM accepted.returns
    UNION SELECT store_id FROM accepted.inventory
)
SELECT store_key, store_id FROM before.store WHERE store_key <> 0
UNION ALL
SELECT
    (SELECT coalesce(max(store_key), 0) FROM before.store) + row_number() OVER (ORDER BY store_id) AS store_key,
    store_id
FROM delivered ANTI JOIN before.store USING (store_id)
WHERE store_id <> ''

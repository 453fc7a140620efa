SELECT
    store_id AS store, store.latitude, store.longitude, coalesce(gross, 0) / 1e6 AS revenue, coalesce(orders, 0) AS orders
FROM store LEFT JOIN (
    SELECT store_key, sum(amount + freight) AS gross, count(*) AS orders FROM "order" WHERE live GROUP BY store_key
) USING (store_key)
WHERE store_key > 0 ORDER BY store_id

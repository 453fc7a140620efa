SELECT
    store_id AS store, name, city, state_code AS state, gross / 1e6 AS revenue, orders, gross / orders / 1e6 AS order_value,
    coalesce(customers, 0) AS customers
FROM (SELECT store_key, sum(amount + freight) AS gross, count(*) AS orders FROM "order" WHERE live GROUP BY store_key)
JOIN store USING (store_key) JOIN place USING (place_key)
LEFT JOIN (SELECT store_key, count(*) AS customers FROM visit GROUP BY store_key) USING (store_key)
ORDER BY gross DESC, store_id

WITH sold AS (
    SELECT store_key, product_key, sum(amount + freight) AS gross, sum(quantity) AS quantity
    FROM order_item WHERE live GROUP BY ALL
)
SELECT
    store_id AS store, sku, product.name, category, quantity, gross / 1e6 AS revenue,
    gross / sum(gross) OVER (PARTITION BY store_key) AS share
FROM sold JOIN product USING (product_key) JOIN store USING (store_key) WHERE NOT is_fee
ORDER BY store, gross DESC, sku LIMIT 1000

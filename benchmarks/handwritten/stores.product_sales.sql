WITH sold AS (
    SELECT store_key, product_key, sum(amount + freight) AS gross, sum(quantity) AS quantity
    FROM order_item WHERE live GROUP BY ALL
), shares AS (
    SELECT
        store_id AS store, store.name AS store_name, sku, product.name, category, quantity, gross,
        sum(gross) OVER (PARTITION BY store_key) AS own,
        sum(gross) OVER (PARTITION BY sku, category) AS everywhere,
        sum(gross) OVER () AS everything
    FROM sold JOIN product USING (product_key) JOIN store USING (store_key) WHERE NOT is_fee
)
SELECT
    store, store_name, sku, name, category, quantity, gross / 1e6 AS revenue, gross / own AS share,
    (gross / own) / (everywhere / everything) AS index
FROM shares
ORDER BY own DESC, store, gross DESC, sku LIMIT 1000

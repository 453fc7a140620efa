WITH sold AS (
    SELECT product_key, sum(quantity) AS quantity, sum(amount) AS paid, sum(amount + freight) AS gross
    FROM order_item WHERE live GROUP BY product_key
)
SELECT sku, name, category, coalesce(list_price, paid / quantity) / 1e6 AS price, quantity, gross / 1e6 AS revenue
FROM sold JOIN product USING (product_key) WHERE NOT is_fee ORDER BY gross DESC, sku LIMIT 5000

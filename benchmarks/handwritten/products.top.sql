SELECT sku, name, category, quantity, gross / 1e6 AS revenue
FROM (
    SELECT product_key, sum(amount + freight) AS gross, sum(quantity) AS quantity
    FROM order_item WHERE live GROUP BY product_key
)
JOIN product USING (product_key) WHERE NOT is_fee ORDER BY gross DESC, sku LIMIT 100

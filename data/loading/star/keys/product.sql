WITH delivered AS (
    SELECT sku FROM accepted.products
    UNION SELECT sku FROM accepted.order_items
    UNION SELECT sku FROM accepted.returns
    UNION SELECT sku FROM accepted.inventory
)
SELECT product_key, sku FROM before.product WHERE product_key <> 0
UNION ALL
SELECT
    (SELECT coalesce(max(product_key), 0) FROM before.product) + row_number() OVER (ORDER BY sku) AS product_key,
    sku
FROM delivered ANTI JOIN before.product USING (sku)
WHERE sku <> ''

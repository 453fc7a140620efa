WITH sold AS (
    SELECT product_key, sum(amount + freight) AS gross, sum(quantity) AS quantity
    FROM order_item WHERE live GROUP BY product_key
)
SELECT
    sku AS member, name, quantity, gross / 1e6 AS revenue, gross / sum(gross) OVER () AS share,
    sum(gross) OVER (ORDER BY gross DESC, sku ROWS UNBOUNDED PRECEDING) / sum(gross) OVER () AS cumulative_share
FROM sold JOIN product USING (product_key) ORDER BY gross DESC, sku

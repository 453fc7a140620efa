WITH sold AS (
    SELECT product_key, sum(amount) AS paid, sum(quantity) AS quantity FROM order_item WHERE live GROUP BY product_key
)
SELECT
    category, size, count(price) AS products, avg(price) AS mean, median(price) AS median, min(price) AS lowest,
    max(price) AS highest, sum(paid) / sum(quantity) / 1e6 AS paid
FROM (SELECT *, coalesce(list_price, paid / quantity) / 1e6 AS price FROM product LEFT JOIN sold USING (product_key))
WHERE product_key > 0 AND NOT is_fee AND price IS NOT NULL GROUP BY category, size ORDER BY category, size

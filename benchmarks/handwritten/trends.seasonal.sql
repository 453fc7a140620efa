SELECT category, month_of_year AS month, sum(gross) / 1e6 AS revenue
FROM (SELECT product_key, day, sum(amount + freight) AS gross FROM order_item WHERE live GROUP BY ALL)
JOIN product USING (product_key) JOIN calendar USING (day) GROUP BY ALL ORDER BY ALL

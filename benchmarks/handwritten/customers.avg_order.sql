SELECT customer_id AS customer, orders, gross / 1e6 AS revenue, gross / orders / 1e6 AS order_value
FROM (SELECT customer_key, sum(orders) AS orders, sum(gross) AS gross FROM visit GROUP BY customer_key)
JOIN customer USING (customer_key)
ORDER BY order_value DESC, customer LIMIT 100

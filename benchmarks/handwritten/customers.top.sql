SELECT customer_id AS customer, city, state_code AS state, orders, gross / 1e6 AS revenue, gross / orders / 1e6 AS order_value, last_day AS last_order
FROM (
    SELECT customer_key, sum(orders) AS orders, sum(gross) AS gross, max(last_day) AS last_day
    FROM visit GROUP BY customer_key
)
JOIN customer USING (customer_key) JOIN place USING (place_key)
ORDER BY orders DESC, customer LIMIT 100

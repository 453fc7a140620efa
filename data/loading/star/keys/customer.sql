WITH delivered AS (
    SELECT customer_id FROM accepted.customers
    UNION SELECT customer_id FROM accepted.orders
    UNION SELECT customer_id FROM accepted.returns
    UNION SELECT customer_id FROM accepted.touchpoints
)
SELECT customer_key, customer_id FROM before.customer WHERE customer_key <> 0
UNION ALL
SELECT
    (SELECT coalesce(max(customer_key), 0) FROM before.customer) + row_number() OVER (ORDER BY customer_id) AS customer_key,
    customer_id
FROM delivered ANTI JOIN before.customer USING (customer_id)
WHERE customer_id <> ''

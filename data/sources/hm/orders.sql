SELECT
    order_id,
    any_value(day) AS ordered_at,
    any_value(customer_id) AS customer_id,
    any_value(channel) AS channel,
    CASE any_value(channel) WHEN 'store' THEN 'shops' WHEN 'online' THEN 'online' END AS store_id
FROM purchases
GROUP BY order_id

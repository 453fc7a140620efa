SELECT order_name(orders.number) AS order_id,
       ordered_at::TIMESTAMP AS ordered_at,
       customer_id,
       store_id,
       channel::VARCHAR AS channel,
       CASE WHEN NOT live THEN 'cancelled' WHEN delivered_at IS NULL THEN 'completed' ELSE 'delivered' END AS status,
       live,
       cents_to_money(total) AS total,
       approved_at::TIMESTAMP AS approved_at,
       shipped_at::TIMESTAMP AS shipped_at,
       delivered_at::TIMESTAMP AS delivered_at,
       promised_at::TIMESTAMP AS promised_at
FROM order_facts AS orders
JOIN stores ON stores.number = orders.store
JOIN channels ON channels.number = orders.channel_number
LEFT JOIN customers ON customers.number = orders.customer
ORDER BY orders.number

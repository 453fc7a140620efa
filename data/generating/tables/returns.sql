SELECT printf('RF%07d', returns.number + 1) AS return_id,
       returned_at::TIMESTAMP AS returned_at,
       order_name(order_number) AS order_id,
       customer_id,
       store_id,
       sku,
       quantity,
       cents_to_money(cents) AS amount,
       channel::VARCHAR AS channel
FROM return_facts AS returns
JOIN products ON products.number = returns.product
JOIN stores ON stores.number = returns.store
JOIN channels ON channels.number = returns.channel_number
LEFT JOIN customers ON customers.number = returns.customer
ORDER BY returns.number

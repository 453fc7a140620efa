SELECT order_name(order_number) AS order_id,
       sequence,
       method::VARCHAR AS method,
       1 AS instalments,
       cents_to_money(cents) AS value
FROM payment_facts
JOIN methods ON methods.number = method_number
ORDER BY order_number, sequence

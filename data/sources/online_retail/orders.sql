-- An invoice has the time, the customer and the country of its first line.
SELECT
    invoice AS order_id,
    arg_min(invoiced_at, source_row) AS ordered_at,
    arg_min(customer_id, source_row) AS customer_id,
    arg_min(country, source_row) AS country,
    'W1' AS store_id
FROM lines
WHERE rejected IS NULL AND merged IS NULL AND NOT is_return
GROUP BY invoice

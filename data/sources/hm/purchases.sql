-- What one customer takes on one day through one channel is an order.
SELECT
    source_row,
    concat_ws('-', day, channel, customer_id) AS order_id,
    day,
    customer_id,
    lpad(article_id, 10, '0') AS sku,
    CASE WHEN length(article_id) < 10 THEN 'lost_zeros' END AS repaired,
    price,
    CASE channel WHEN '1' THEN 'store' WHEN '2' THEN 'online' END AS channel
FROM raw.transactions

SELECT
    source_row,
    repaired,
    CASE WHEN channel IS NULL THEN 'unknown_channel' END AS rejected,
    order_id,
    sku,
    price AS unit_price
FROM purchases

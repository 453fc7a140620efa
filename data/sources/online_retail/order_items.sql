SELECT
    source_row,
    rejected,
    merged,
    invoice AS order_id,
    sku,
    quantity,
    price AS unit_price
FROM lines
WHERE rejected IS NOT NULL OR NOT is_return

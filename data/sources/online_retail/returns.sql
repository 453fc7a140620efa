-- Invoices with a C are credit notes; they do not say which invoice they belong to.
SELECT
    source_row,
    merged,
    invoice AS return_id,
    invoiced_at AS returned_at,
    customer_id,
    'W1' AS store_id,
    sku,
    -quantity AS quantity,
    CAST(-quantity * price AS DECIMAL(18, 6)) AS amount,
    country
FROM lines
WHERE rejected IS NULL AND is_return

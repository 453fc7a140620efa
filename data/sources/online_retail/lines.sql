-- Every line of the files, typed: what the canonical tables below are made of.
WITH typed AS (
    SELECT
        source_row,
        trim(invoice) AS invoice,
        trim(stock_code) AS sku,
        coalesce(trim(description), '') AS description,
        TRY_CAST(quantity AS BIGINT) AS quantity,
        TRY_CAST(price AS DECIMAL(18, 6)) AS price,
        coalesce(
            TRY_CAST(invoice_date AS TIMESTAMP),
            try_strptime(invoice_date, ['%m/%d/%Y %H:%M', '%m/%d/%y %H:%M', '%m/%d/%Y %H:%M:%S'])
        ) AS invoiced_at,
        coalesce(CASE WHEN ends_with(customer_id, '.0') THEN customer_id[:-3] ELSE trim(customer_id) END, '')
        AS customer_id,
        coalesce(trim(country), '') AS country,
        source_row >> 40 AS part
    FROM raw.lines
),
-- Both sheets of edition II hold the first days of December 2010: of an invoice told twice the later telling counts.
told_twice AS (
    SELECT invoice, max(part) AS last_part FROM typed GROUP BY invoice HAVING min(part) < max(part)
)
SELECT
    * EXCLUDE (part, last_part),
    starts_with(upper(invoice), 'C') AS is_return,
    CASE
        WHEN invoice IS NULL THEN 'no_invoice'
        WHEN sku IS NULL THEN 'no_stock_code'
        WHEN quantity IS NULL THEN 'unreadable_quantity'
        WHEN price IS NULL THEN 'unreadable_price'
        WHEN invoiced_at IS NULL THEN 'unreadable_invoice_date'
        WHEN starts_with(upper(invoice), 'C') THEN NULL
        WHEN quantity < 1 OR price < 0.01 THEN 'stock_correction'
    END AS rejected,
    CASE WHEN part < last_part THEN 'told_again' END AS merged
FROM typed LEFT JOIN told_twice USING (invoice)

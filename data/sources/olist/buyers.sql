-- Whom and where each order went: customer_id is one per order, person_id the human being.
SELECT
    c.source_row,
    c.customer_id,
    trim(c.person_id) AS person_id,
    lpad(c.zip, 5, '0') AS zip,
    CASE WHEN length(c.zip) < 5 THEN 'lost_zeros' END AS repaired,
    c.city,
    c.state,
    TRY_CAST(o.ordered_at AS TIMESTAMP) AS ordered_at
FROM raw.customers AS c
LEFT JOIN raw.orders AS o USING (customer_id)
QUALIFY row_number() OVER (PARTITION BY c.source_row ORDER BY o.ordered_at DESC, o.source_row DESC) = 1

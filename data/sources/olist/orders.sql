-- Sold where the buyer lives.
SELECT
    o.source_row,
    o.order_id,
    o.ordered_at,
    b.person_id AS customer_id,
    o.status,
    o.status NOT IN ('canceled', 'unavailable') AS live,
    'Brazil' AS country,
    b.state AS state_code,
    b.city,
    o.approved_at,
    o.shipped_at,
    o.delivered_at,
    o.promised_at,
    CASE WHEN b.person_id IS NULL THEN 'unknown_customer' END AS rejected
FROM raw.orders AS o LEFT JOIN buyers AS b USING (customer_id)

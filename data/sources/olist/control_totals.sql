SELECT
    'price of all items' AS name,
    (SELECT sum(TRY_CAST(price AS DECIMAL(18, 6))) FROM raw.order_items) AS expected,
    (SELECT money(sum(amount)) FROM incoming.line)
    + (SELECT coalesce(money(sum(unit_price)), 0) FROM checked.order_items WHERE rejected IS NOT NULL) AS found
UNION ALL
SELECT
    'freight of all items',
    (SELECT sum(TRY_CAST(freight AS DECIMAL(18, 6))) FROM raw.order_items),
    (SELECT money(sum(freight)) FROM incoming.line)
    + (SELECT coalesce(money(sum(freight)), 0) FROM checked.order_items WHERE rejected IS NOT NULL)
UNION ALL
SELECT
    'value of all payments',
    (SELECT sum(TRY_CAST(value AS DECIMAL(18, 6))) FROM raw.payments),
    (SELECT money(sum(value)) FROM main.payment SEMI JOIN incoming."order" USING (order_key))
    + (SELECT coalesce(money(sum(value)), 0) FROM checked.payments WHERE rejected IS NOT NULL)
UNION ALL
SELECT
    'people behind the customers',
    (SELECT count(DISTINCT person_id) FROM raw.customers),
    (SELECT count(*) FROM accepted.customers)

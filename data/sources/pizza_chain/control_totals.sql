SELECT
    'items of all orders' AS name,
    (SELECT count(*) FROM raw.order_items) AS expected,
    (SELECT coalesce(sum(quantity), 0) FROM incoming.line)
    + (SELECT count(*) FROM checked.order_items WHERE rejected IS NOT NULL) AS found,
    true AS must_agree
UNION ALL
SELECT
    'stated order totals, against their lines',
    (SELECT coalesce(sum(TRY_CAST(total AS DECIMAL(18, 6))), 0) FROM raw.orders),
    (SELECT money(coalesce(sum(amount), 0)) FROM incoming.line),
    false

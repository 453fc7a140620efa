SELECT
    'price of all transactions, to six decimals' AS name,
    (SELECT sum(TRY_CAST(price AS DECIMAL(18, 6))) FROM raw.transactions) AS expected,
    (SELECT money(coalesce(sum(amount), 0)) FROM incoming.line)
    + (SELECT coalesce(money(sum(unit_price)), 0) FROM checked.order_items WHERE rejected IS NOT NULL) AS found

WITH rejected AS (
    SELECT source_row FROM checked.order_items WHERE rejected IS NOT NULL
    UNION ALL SELECT source_row FROM checked.payments WHERE rejected IS NOT NULL
    UNION ALL SELECT source_row FROM checked.returns WHERE rejected IS NOT NULL
),
units AS (
    SELECT source_row, coalesce(TRY_CAST(CAST(quantity AS VARCHAR) AS BIGINT), 1) AS figure FROM raw.order_items
),
paid AS (
    SELECT source_row, TRY_CAST(CAST(value AS VARCHAR) AS DECIMAL(18, 6)) AS figure FROM raw.payments
),
given_back AS (
    SELECT source_row, TRY_CAST(CAST(amount AS VARCHAR) AS DECIMAL(18, 6)) AS figure FROM raw.returns
),
totals AS (
    SELECT
        'units of all lines' AS name,
        (SELECT sum(figure) FROM units) AS expected,
        (SELECT coalesce(sum(quantity), 0) FROM incoming.line)
        + (SELECT coalesce(sum(figure), 0) FROM units SEMI JOIN rejected USING (source_row)) AS found,
        true AS must_agree
    UNION ALL
    SELECT
        'value of all payments',
        (SELECT sum(figure) FROM paid),
        (SELECT money(coalesce(sum(value), 0)) FROM accepted.payments)
        + (SELECT coalesce(sum(figure), 0) FROM paid SEMI JOIN rejected USING (source_row)),
        true
    UNION ALL
    SELECT
        'amount of all returns',
        (SELECT sum(figure) FROM given_back),
        (SELECT money(coalesce(sum(amount), 0)) FROM accepted.returns)
        + (SELECT coalesce(sum(figure), 0) FROM given_back SEMI JOIN rejected USING (source_row)),
        true
    UNION ALL
    SELECT
        'stated order totals, against their lines',
        (SELECT money(sum(total)) FROM incoming."order"),
        (SELECT money(coalesce(sum(amount + freight), 0)) FROM incoming."order" WHERE total IS NOT NULL),
        false
)
SELECT name, expected, found, must_agree FROM totals WHERE expected IS NOT NULL

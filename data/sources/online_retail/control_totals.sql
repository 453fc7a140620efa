-- Quantity x price of the lines as the files have them, against what was kept, given back, told twice and rejected.
WITH sales AS (
    SELECT * FROM lines WHERE NOT is_return AND quantity >= 1 AND price >= 0.01 AND merged IS NULL
)
SELECT
    'quantity x price of all lines' AS name,
    (SELECT sum(quantity * price) FROM lines) AS expected,
    (SELECT money(coalesce(sum(amount), 0)) FROM incoming.line)
    - (SELECT money(coalesce(sum(amount), 0)) FROM accepted.returns)
    + (SELECT coalesce(sum(quantity * price), 0) FROM lines WHERE rejected IS NOT NULL OR merged IS NOT NULL) AS found
UNION ALL
SELECT
    'quantity x price of sales',
    (SELECT sum(quantity * price) FROM sales),
    (SELECT money(coalesce(sum(amount), 0)) FROM incoming.line)
    + (SELECT coalesce(sum(quantity * price), 0) FROM sales WHERE rejected IS NOT NULL)

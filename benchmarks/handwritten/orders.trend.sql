WITH sold AS (
    SELECT month, sum(amount + freight) AS gross, count(*) AS orders
    FROM "order" JOIN calendar USING (day) WHERE live GROUP BY month
),
back AS (SELECT month, sum(amount) AS amount FROM "return" JOIN calendar USING (day) GROUP BY month)
SELECT
    month AS period, gross / 1e6 AS revenue, (gross - coalesce(amount, 0)) / 1e6 AS net_revenue, orders,
    gross / orders / 1e6 AS order_value
FROM sold LEFT JOIN back USING (month) ORDER BY month

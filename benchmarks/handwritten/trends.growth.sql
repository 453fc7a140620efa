WITH months AS (
    SELECT month, sum(gross) / 1e6 AS value
    FROM (SELECT day, sum(amount + freight) AS gross FROM "order" WHERE live GROUP BY day)
    JOIN calendar USING (day) GROUP BY month
)
SELECT month AS period, value FROM months ORDER BY month

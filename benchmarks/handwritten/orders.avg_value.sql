WITH months AS (
    SELECT
        month AS period, count(*) AS orders, sum(amount + freight) AS gross,
        quantile_cont(amount + freight, [0.25, 0.5, 0.75]) AS quarters
    FROM "order" JOIN calendar USING (day) WHERE live GROUP BY month
)
SELECT
    period, orders, gross / orders / 1e6 AS value, quarters[1] / 1e6 AS lower_quartile, quarters[2] / 1e6 AS median,
    quarters[3] / 1e6 AS upper_quartile
FROM months ORDER BY period

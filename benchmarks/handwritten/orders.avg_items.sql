SELECT
    month AS period, count(*) AS orders, avg(quantity) AS value, quantile_cont(quantity, 0.25) AS lower_quartile,
    median(quantity) AS median, quantile_cont(quantity, 0.75) AS upper_quartile
FROM "order" JOIN calendar USING (day) WHERE live GROUP BY month ORDER BY month

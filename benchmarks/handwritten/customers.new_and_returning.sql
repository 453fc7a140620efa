WITH bought AS (
    SELECT month, customer_key, sum(amount + freight) AS gross
    FROM "order" JOIN calendar USING (day) WHERE live AND customer_key > 0 GROUP BY ALL
)
SELECT
    month AS period,
    count(*) FILTER (first_day >= month) AS new_customers,
    count(*) FILTER (first_day < month) AS returning_customers,
    coalesce(sum(gross) FILTER (first_day >= month), 0) / 1e6 AS new_revenue,
    coalesce(sum(gross) FILTER (first_day < month), 0) / 1e6 AS returning_revenue
FROM bought JOIN customer USING (customer_key) GROUP BY month ORDER BY month

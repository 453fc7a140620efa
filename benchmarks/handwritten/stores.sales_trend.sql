WITH sold AS (
    SELECT store_key, month AS period, sum(amount + freight) / 1e6 AS revenue, count(*) AS orders
    FROM "order" JOIN calendar USING (day) WHERE live GROUP BY store_key, month
),
chain AS (SELECT period, avg(revenue) AS chain_mean FROM sold GROUP BY period),
regional AS (
    SELECT country, state_code, period, avg(revenue) AS state_mean
    FROM sold JOIN store USING (store_key) JOIN place USING (place_key) GROUP BY country, state_code, period
),
best AS (
    SELECT
        store_key, store_id AS store, country, state_code, min(period) AS first_month, max(period) AS last_month
    FROM sold JOIN store USING (store_key) JOIN place USING (place_key)
    GROUP BY store_key, store_id, country, state_code ORDER BY sum(revenue) DESC, store_id LIMIT 50
),
shown AS (
    SELECT
        store_key, store, country, state_code,
        CAST(unnest(generate_series(first_month, last_month, INTERVAL 1 MONTH)) AS DATE) AS period
    FROM best
)
SELECT
    period, store, coalesce(revenue, 0) AS revenue, coalesce(orders, 0) AS orders,
    CASE WHEN state_code <> '' THEN state_mean END AS state_mean, chain_mean,
    coalesce(revenue, 0) / chain_mean AS index
FROM shown
LEFT JOIN sold USING (store_key, period)
LEFT JOIN chain USING (period) LEFT JOIN regional USING (country, state_code, period)
ORDER BY store, period

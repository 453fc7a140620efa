WITH whole AS (
    SELECT
        first_day + CAST((8 - isodow(first_day)) % 7 AS INTEGER) AS monday,
        as_of - CAST(isodow(as_of) % 7 AS INTEGER) AS sunday
    FROM dataset
),
weekly AS (
    SELECT store_key, week, sum(amount + freight) / 1e6 AS revenue
    FROM "order" JOIN calendar USING (day) JOIN whole ON day BETWEEN monday AND sunday
    WHERE live GROUP BY store_key, week
),
figures AS (
    SELECT store_key, (max(week) - min(week)) // 7 + 1 AS weeks, sum(revenue) AS revenue, sum(revenue ** 2) AS squares
    FROM weekly GROUP BY store_key
)
SELECT
    store_id AS member, name, weeks, revenue / weeks AS mean,
    sqrt((squares - revenue ** 2 / weeks) / (weeks - 1)) AS deviation, deviation / mean AS variation
FROM figures JOIN store USING (store_key) WHERE weeks >= 2
ORDER BY variation DESC, store_id LIMIT 100

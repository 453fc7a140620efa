WITH here AS (
    SELECT place_key, sum(amount + freight) AS gross, count(*) AS orders, list(DISTINCT store_key) AS stores
    FROM "order" WHERE live GROUP BY place_key
),
state AS (
    SELECT
        country, state_code, state, sum(gross) AS gross, sum(orders) AS orders,
        len(list_distinct(list_filter(flatten(list(stores)), lambda key: key > 0))) AS stores
    FROM here JOIN place USING (place_key) GROUP BY ALL
),
people AS (
    SELECT country, state_code, state, count(*) AS customers
    FROM (
        SELECT DISTINCT customer_key, country, state_code, state
        FROM (SELECT DISTINCT customer_key, place_key FROM "order" WHERE live AND customer_key > 0)
        JOIN place USING (place_key)
    )
    GROUP BY ALL
)
SELECT
    country, state_code AS state, stores, gross / 1e6 AS revenue, orders, gross / orders / 1e6 AS order_value, customers,
    gross / nullif(stores, 0) / 1e6 AS revenue_per_store
FROM state LEFT JOIN people USING (country, state_code, state) ORDER BY gross DESC

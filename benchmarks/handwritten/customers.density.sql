WITH homes AS (
    SELECT place_key, count(*) AS customers FROM customer SEMI JOIN visit USING (customer_key) GROUP BY place_key
)
SELECT
    country, state_code AS state, sum(customers) AS customers, sum(customers) / sum(sum(customers)) OVER () AS share,
    max(area_km2) AS area_km2, 100 * sum(customers) / max(area_km2) AS per_100_km2
FROM homes JOIN place USING (place_key) GROUP BY country, state_code, state ORDER BY 3 DESC, 1, 2

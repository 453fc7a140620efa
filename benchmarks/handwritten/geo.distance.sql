WITH used AS (
    SELECT customer_key, max_by(visit.store_key, (orders, -place)) AS used_key
    FROM visit JOIN (SELECT store_key, row_number() OVER (ORDER BY store_id) AS place FROM store) USING (store_key)
    WHERE store_key > 0 GROUP BY customer_key
),
ways AS (
    SELECT
        state_code AS state, nearest_store_km,
        12742.0176 * asin(sqrt(least(1,
            sin(radians(s.latitude - c.latitude) / 2) ** 2 + cos(radians(c.latitude)) * cos(radians(s.latitude))
            * sin(radians(s.longitude - c.longitude) / 2) ** 2))) AS used_km
    FROM used JOIN customer AS c USING (customer_key) JOIN store AS s ON s.store_key = used_key
    JOIN place ON place.place_key = c.place_key WHERE nearest_store_km IS NOT NULL
)
SELECT
    state, count(*) AS customers, avg(nearest_store_km) AS nearest_mean_km, median(nearest_store_km) AS nearest_median_km,
    quantile_cont(nearest_store_km, 0.95) AS nearest_p95_km, avg(used_km) AS used_mean_km
FROM ways GROUP BY state ORDER BY nearest_mean_km DESC, state

WITH ways AS (
    SELECT
        v.store_key, orders,
        12742.0176 * asin(sqrt(least(1,
            sin(radians(s.latitude - c.latitude) / 2) ** 2 + cos(radians(c.latitude)) * cos(radians(s.latitude))
            * sin(radians(s.longitude - c.longitude) / 2) ** 2))) AS km
    FROM visit AS v JOIN customer AS c USING (customer_key) JOIN store AS s USING (store_key)
    WHERE c.latitude IS NOT NULL AND s.latitude IS NOT NULL
),
each AS (
    SELECT
        store_key, count(*) AS customers, sum(orders) AS orders, avg(km) AS mean_km,
        quantile_cont(km, [0.5, 0.95]) AS kms
    FROM ways GROUP BY store_key
)
SELECT store_id AS store, customers, orders, mean_km, kms[1] AS median_km, kms[2] AS p95_km
FROM each JOIN store USING (store_key) ORDER BY mean_km DESC, store_id

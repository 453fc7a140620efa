WITH ways AS (
    SELECT
        v.store_key,
        12742.0176 * asin(sqrt(least(1,
            sin(radians(s.latitude - c.latitude) / 2) ** 2 + cos(radians(c.latitude)) * cos(radians(s.latitude))
            * sin(radians(s.longitude - c.longitude) / 2) ** 2))) + 0 * (s.latitude + c.latitude) AS km
    FROM visit AS v JOIN customer AS c USING (customer_key) JOIN store AS s USING (store_key)
),
reach AS (
    SELECT store_key, count(*) AS customers, count(km) AS located, quantile_disc(km, [0.5, 0.7, 0.8]) AS radii
    FROM ways GROUP BY store_key
)
SELECT
    store_id AS store, customers, customers / (SELECT count(DISTINCT customer_key) FROM visit) AS share, located,
    radii[1] AS radius_50_km, radii[2] AS radius_70_km, radii[3] AS radius_80_km
FROM reach JOIN store USING (store_key) ORDER BY customers DESC, store_id

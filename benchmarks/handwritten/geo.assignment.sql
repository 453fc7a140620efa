WITH used AS (
    SELECT customer_key, max_by(visit.store_key, (orders, -place)) AS used_key
    FROM visit JOIN (SELECT store_key, row_number() OVER (ORDER BY store_id) AS place FROM store) USING (store_key)
    WHERE store_key > 0 GROUP BY customer_key
),
ways AS (
    SELECT
        near.store_id AS nearest_store, chosen.store_id AS used_store,
        CASE WHEN used_key = nearest_store_key THEN 0 ELSE 12742.0176 * asin(sqrt(least(1,
            sin(radians(chosen.latitude - c.latitude) / 2) ** 2 + cos(radians(c.latitude)) * cos(radians(chosen.latitude))
            * sin(radians(chosen.longitude - c.longitude) / 2) ** 2))) - nearest_store_km END AS extra_km
    FROM used JOIN customer AS c USING (customer_key)
    JOIN store AS near ON near.store_key = nearest_store_key
    JOIN store AS chosen ON chosen.store_key = used_key
    WHERE nearest_store_key > 0 AND chosen.latitude IS NOT NULL AND c.latitude IS NOT NULL
)
SELECT nearest_store, used_store, count(*) AS customers, count(*) / sum(count(*)) OVER () AS share, avg(extra_km) AS extra_km
FROM ways GROUP BY ALL ORDER BY customers DESC, nearest_store, used_store

-- Where each customer lives: as delivered now, else as known before.
SELECT
    k.customer_key,
    k.customer_id,
    coalesce(p.place_key, b.place_key, 0) AS place_key,
    CASE WHEN n.latitude IS NULL THEN b.latitude ELSE n.latitude END AS latitude,
    CASE WHEN n.latitude IS NULL THEN b.longitude ELSE n.longitude END AS longitude,
    n.latitude IS NOT NULL
    AND (n.latitude IS DISTINCT FROM b.latitude OR n.longitude IS DISTINCT FROM b.longitude) AS moved
FROM keys.customer AS k
LEFT JOIN before.customer AS b USING (customer_key)
LEFT JOIN accepted.customers AS n ON n.customer_id = k.customer_id
LEFT JOIN keys.place_named AS p
    ON p.country = n.country AND p.state_code = n.state_code AND p.state = n.state AND p.city = n.city

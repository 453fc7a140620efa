SELECT
    0 AS store_key, '' AS store_id, '' AS name, 'store' AS kind, 0 AS place_key, '' AS zipcode,
    NULL AS latitude, NULL AS longitude, NULL AS opened_on, NULL AS closed_on
UNION ALL
SELECT
    k.store_key,
    k.store_id,
    coalesce(nullif(n.name, ''), b.name, '') AS name,
    coalesce(n.kind, b.kind, 'store') AS kind,
    coalesce(p.place_key, b.place_key, 0) AS place_key,
    coalesce(nullif(n.zipcode, ''), b.zipcode, '') AS zipcode,
    CASE WHEN n.latitude IS NULL THEN b.latitude ELSE n.latitude END AS latitude,
    CASE WHEN n.latitude IS NULL THEN b.longitude ELSE n.longitude END AS longitude,
    coalesce(n.opened_on, b.opened_on) AS opened_on,
    coalesce(n.closed_on, b.closed_on) AS closed_on
FROM keys.store AS k
LEFT JOIN before.store AS b USING (store_key)
LEFT JOIN accepted.stores AS n ON n.store_id = k.store_id
LEFT JOIN keys.place_named AS p
    ON p.country = n.country AND p.state_code = n.state_code AND p.state = n.state AND p.city = n.city

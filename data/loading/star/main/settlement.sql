SELECT
    0 AS settlement_key, '' AS name, '' AS country_code, '' AS state_code, NULL AS latitude, NULL AS longitude,
    0 AS population, 0 AS nearest_store_key, NULL AS nearest_store_km
UNION ALL
SELECT
    s.settlement_key, s.name, s.country_code, s.state_code, s.latitude, s.longitude, s.population,
    coalesce(n.nearest_store_key, 0) AS nearest_store_key,
    n.nearest_store_km
FROM enriched.settlement AS s LEFT JOIN enriched.settlement_nearest AS n USING (settlement_key)

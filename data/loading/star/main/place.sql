-- A place lies in the middle of the customers who live there, else of its stores, else where it lay before;
-- a whole state or country else in its own middle.
WITH located AS (
    SELECT 1 AS preference, place_key, latitude, longitude FROM incoming.home WHERE latitude IS NOT NULL
    UNION ALL SELECT 2, place_key, latitude, longitude FROM main.store WHERE latitude IS NOT NULL
),
middles AS (
    SELECT
        place_key,
        -- whole numbers add up the same in any order
        avg(CAST(round(latitude * 1e7) AS BIGINT)) / 1e7 AS latitude,
        avg(CAST(round(longitude * 1e7) AS BIGINT)) / 1e7 AS longitude
    FROM located
    GROUP BY place_key, preference
    QUALIFY row_number() OVER (PARTITION BY place_key ORDER BY preference) = 1
)
SELECT
    0 AS place_key, '' AS country, '' AS country_code, '' AS state, '' AS state_code, '' AS city,
    NULL AS latitude, NULL AS longitude, NULL AS area_km2
UNION ALL
SELECT
    k.place_key, k.country, k.country_code, k.state, k.state_code, k.city,
    coalesce(m.latitude, b.latitude, s.latitude, c.latitude) AS latitude,
    coalesce(m.longitude, b.longitude, s.longitude, c.longitude) AS longitude,
    a.area_km2
FROM keys.place AS k
LEFT JOIN middles AS m USING (place_key)
LEFT JOIN before.place AS b USING (place_key)
LEFT JOIN geography.state AS s
    ON s.country_code = k.country_code AND s.state_code = k.state_code AND k.city = ''
LEFT JOIN geography.country AS c ON c.name = lower(k.country) AND k.state = '' AND k.state_code = '' AND k.city = ''
LEFT JOIN geography.area AS a
    ON a.country_code = k.country_code AND a.state_code = upper(k.state_code) AND (k.state_code <> '' OR k.state = '')

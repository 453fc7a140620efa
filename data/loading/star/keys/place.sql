WITH delivered AS (
    SELECT DISTINCT country, country_code, full_state AS state, full_state_code AS state_code, city FROM incoming.place
)
SELECT place_key, country, country_code, state, state_code, city FROM before.place WHERE place_key <> 0
UNION ALL
SELECT
    (SELECT coalesce(max(place_key), 0) FROM before.place)
    + row_number() OVER (ORDER BY country, state_code, state, city) AS place_key,
    country, country_code, state, state_code, city
FROM delivered ANTI JOIN before.place USING (country, state, state_code, city)

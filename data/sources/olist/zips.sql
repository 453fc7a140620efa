-- The middle of each zip code and the city most of its points name, accents aside.
WITH points AS (
    SELECT zip, latitude, longitude, strip_accents(lower(trim(city))) AS city FROM geolocation WHERE rejected IS NULL
),
middles AS (
    SELECT zip, avg(latitude) AS latitude, avg(longitude) AS longitude FROM points GROUP BY zip
),
cities AS (
    SELECT zip, city FROM points GROUP BY zip, city
    QUALIFY row_number() OVER (PARTITION BY zip ORDER BY count(*) DESC, city) = 1
)
SELECT * FROM middles JOIN cities USING (zip)

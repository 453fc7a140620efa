-- Sellers. Some wrote a number, an address or "sp / sp" where the city belongs: then their zip code names it.
WITH sellers AS (
    SELECT
        *,
        lpad(zip, 5, '0') AS full_zip,
        regexp_matches(city, '[0-9@/,\\]| - |-[a-z]{2}$|\(') AS odd_city
    FROM raw.sellers
)
SELECT
    s.source_row,
    nullif(concat_ws(
        ' + ',
        CASE WHEN length(s.zip) < 5 THEN 'lost_zeros' END,
        CASE WHEN s.odd_city THEN 'odd_city' END
    ), '') AS repaired,
    s.seller_id AS store_id,
    'seller' AS kind,
    'Brazil' AS country,
    s.state AS state_code,
    CASE
        WHEN NOT s.odd_city THEN replace(s.city, '´', '''')
        ELSE coalesce(z.city, trim(regexp_extract(s.city, '^[^0-9@/,\\(-]*')))
    END AS city,
    s.full_zip AS zipcode,
    z.latitude,
    z.longitude
FROM sellers AS s LEFT JOIN zips AS z ON z.zip = s.full_zip

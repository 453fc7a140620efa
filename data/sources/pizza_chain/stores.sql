SELECT
    source_row, store_id, 'store' AS kind, 'United States' AS country, state_abbr AS state_code, state, city,
    CASE WHEN length(zipcode) < 5 THEN 'lost_zeros' END AS repaired,
    lpad(zipcode, 5, '0') AS zipcode,
    latitude, longitude
FROM raw.stores

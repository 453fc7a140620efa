-- Points of zip codes; those far outside their state (some lie in Europe) count for nothing.
WITH box (state, south, north, west, east) AS (
    VALUES
        ('AC', -11.5, -6.8, -74.4, -66.3), ('AL', -10.8, -8.5, -38.6, -34.8), ('AM', -10.2, 2.6, -74.2, -56.0),
        ('AP', -1.6, 4.8, -55.1, -49.5), ('BA', -18.7, -8.2, -46.9, -37.0), ('CE', -8.2, -2.4, -41.8, -36.9),
        ('DF', -16.4, -15.1, -48.6, -47.0), ('ES', -21.6, -17.5, -42.2, -39.3), ('GO', -19.8, -12.0, -53.6, -45.6),
        ('MA', -10.7, -0.7, -49.1, -41.5), ('MG', -23.2, -13.9, -51.4, -39.5), ('MS', -24.4, -16.8, -58.5, -50.6),
        ('MT', -18.4, -7.0, -62.0, -49.9), ('PA', -10.2, 3.0, -59.3, -45.7), ('PB', -8.6, -5.7, -39.1, -34.4),
        ('PE', -9.8, -3.5, -41.7, -32.0), ('PI', -11.2, -2.4, -46.3, -40.1), ('PR', -27.1, -22.2, -55.0, -47.7),
        ('RJ', -23.7, -20.4, -45.2, -40.6), ('RN', -7.3, -4.5, -39.0, -34.6), ('RO', -14.0, -7.7, -67.2, -59.5),
        ('RR', -1.8, 5.6, -65.2, -58.5), ('RS', -34.1, -26.7, -58.0, -49.3), ('SC', -29.7, -25.6, -54.2, -48.0),
        ('SE', -11.9, -9.2, -38.6, -36.1), ('SP', -25.7, -19.4, -53.5, -43.8), ('TO', -13.7, -4.8, -51.1, -45.4)
),
points AS (
    SELECT
        source_row,
        lpad(zip, 5, '0') AS zip,
        CASE WHEN length(zip) < 5 THEN 'lost_zeros' END AS repaired,
        -- decimals add up the same in any order
        TRY_CAST(latitude AS DECIMAL(18, 14)) AS latitude,
        TRY_CAST(longitude AS DECIMAL(18, 14)) AS longitude,
        city,
        upper(trim(state)) AS state
    FROM raw.geolocation
)
SELECT
    points.*,
    CASE
        WHEN latitude IS NULL OR longitude IS NULL THEN 'unreadable_coordinates'
        WHEN box.state IS NULL THEN 'unknown_state'
        WHEN latitude NOT BETWEEN south AND north OR longitude NOT BETWEEN west AND east THEN 'outside_state'
    END AS rejected
FROM points LEFT JOIN box USING (state)

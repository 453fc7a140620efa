-- People; home is where their latest order went.
SELECT
    b.source_row,
    b.repaired,
    b.person_id AS customer_id,
    b.ordered_at AS known_at,
    'Brazil' AS country,
    b.state AS state_code,
    b.city,
    b.zip AS zipcode,
    z.latitude,
    z.longitude
FROM buyers AS b LEFT JOIN zips AS z USING (zip)

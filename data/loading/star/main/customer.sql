WITH days AS (
    SELECT customer_key, min(day, 2) AS first_two FROM main."order" WHERE live GROUP BY customer_key
)
SELECT
    0 AS customer_key, '' AS customer_id, 0 AS place_key, NULL AS latitude, NULL AS longitude, NULL AS cell,
    0 AS nearest_store_key, NULL AS nearest_store_km, 0 AS settlement_key, NULL AS age, '' AS membership, '' AS news_frequency,
    NULL AS joined_on, NULL AS first_day, NULL AS second_day
UNION ALL
SELECT
    h.customer_key,
    h.customer_id,
    h.place_key,
    h.latitude,
    h.longitude,
    coalesce(c.cell, b.cell) AS cell,
    coalesce(e.nearest_store_key, b.nearest_store_key, 0) AS nearest_store_key,
    coalesce(e.nearest_store_km, b.nearest_store_km) AS nearest_store_km,
    coalesce(t.settlement_key, b.settlement_key, 0) AS settlement_key,
    coalesce(n.age, b.age) AS age,
    coalesce(nullif(n.membership, ''), b.membership, '') AS membership,
    coalesce(nullif(n.news_frequency, ''), b.news_frequency, '') AS news_frequency,
    coalesce(n.joined_on, b.joined_on) AS joined_on,
    d.first_two[1] AS first_day,
    d.first_two[2] AS second_day
FROM incoming.home AS h
LEFT JOIN before.customer AS b USING (customer_key)
LEFT JOIN accepted.customers AS n ON n.customer_id = h.customer_id
LEFT JOIN enriched.cell AS c ON c.customer_key = h.customer_key
LEFT JOIN enriched.nearest AS e ON e.customer_key = h.customer_key
LEFT JOIN enriched.home_settlement AS t ON t.customer_key = h.customer_key
LEFT JOIN days AS d ON d.customer_key = h.customer_key

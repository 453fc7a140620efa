SELECT
    source_row,
    customer_id,
    membership,
    CASE WHEN lower(news_frequency) = 'none' THEN 'NONE' ELSE news_frequency END AS news_frequency,
    age
FROM raw.customers

SELECT
    source_row,
    lpad(article_id, 10, '0') AS sku,
    CASE WHEN length(article_id) < 10 THEN 'lost_zeros' END AS repaired,
    name,
    product_group AS category,
    garment_group AS product_group,
    product_type,
    index_group,
    colour
FROM raw.articles

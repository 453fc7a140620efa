-- Categories in English where there is a translation, else as they are.
SELECT
    p.source_row,
    CASE WHEN p.category IS NOT NULL AND t.english IS NULL THEN 'category_not_translated' END AS noted,
    p.product_id AS sku,
    coalesce(t.english, p.category) AS category
FROM raw.products AS p LEFT JOIN translation AS t ON t.portuguese = trim(p.category)

SELECT
    0 AS product_key, '' AS sku, '' AS name, '' AS category, '' AS product_group, '' AS product_type,
    '' AS index_group, '' AS colour, '' AS size, NULL AS list_price, '' AS ingredients, NULL AS launched_on,
    0 AS supplier_key, false AS is_fee
UNION ALL
SELECT
    k.product_key,
    k.sku,
    coalesce(nullif(n.name, ''), b.name, '') AS name,
    coalesce(nullif(n.category, ''), b.category, '') AS category,
    coalesce(nullif(n.product_group, ''), b.product_group, '') AS product_group,
    coalesce(nullif(n.product_type, ''), b.product_type, '') AS product_type,
    coalesce(nullif(n.index_group, ''), b.index_group, '') AS index_group,
    coalesce(nullif(n.colour, ''), b.colour, '') AS colour,
    coalesce(nullif(n.size, ''), b.size, '') AS size,
    coalesce(n.price, b.list_price) AS list_price,
    coalesce(nullif(n.ingredients, ''), b.ingredients, '') AS ingredients,
    coalesce(n.launched_on, b.launched_on) AS launched_on,
    coalesce(s.supplier_key, b.supplier_key, 0) AS supplier_key,
    coalesce(n.is_fee, b.is_fee, false) AS is_fee
FROM keys.product AS k
LEFT JOIN before.product AS b USING (product_key)
LEFT JOIN accepted.products AS n ON n.sku = k.sku
LEFT JOIN keys.supplier AS s ON s.supplier_id = n.supplier_id

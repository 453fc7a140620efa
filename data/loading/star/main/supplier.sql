SELECT 0 AS supplier_key, '' AS supplier_id, '' AS name, '' AS country
UNION ALL
SELECT
    k.supplier_key,
    k.supplier_id,
    coalesce(nullif(n.name, ''), b.name, '') AS name,
    coalesce(nullif(n.country, ''), b.country, '') AS country
FROM keys.supplier AS k
LEFT JOIN before.supplier AS b USING (supplier_key)
LEFT JOIN accepted.suppliers AS n ON n.supplier_id = k.supplier_id

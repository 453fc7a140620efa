WITH delivered AS (
    SELECT supplier_id FROM accepted.suppliers
    UNION SELECT supplier_id FROM accepted.products
)
SELECT supplier_key, supplier_id FROM before.supplier WHERE supplier_key <> 0
UNION ALL
SELECT
    (SELECT coalesce(max(supplier_key), 0) FROM before.supplier) + row_number() OVER (ORDER BY supplier_id) AS supplier_key,
    supplier_id
FROM delivered ANTI JOIN before.supplier USING (supplier_id)
WHERE supplier_id <> ''

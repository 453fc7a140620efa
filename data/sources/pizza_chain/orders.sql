-- The number of items is stated; where it is not the number of lines, that is worth a note.
WITH lines AS (
    SELECT order_id, count(*) AS items FROM raw.order_items GROUP BY order_id
)
SELECT
    o.source_row, o.order_id, o.ordered_at, o.customer_id, o.store_id, o.total,
    CASE WHEN TRY_CAST(o.items AS BIGINT) <> coalesce(lines.items, 0) THEN 'items_differ_from_lines' END AS noted
FROM raw.orders AS o LEFT JOIN lines USING (order_id)

-- The delivered lines under their keys, with what they leave to their order and product.
WITH lines AS (
    SELECT
        o.order_key,
        i.source_row,
        i.line_number AS given_number,
        coalesce(own.store_key, shared.store_key, 0) AS store_key,
        p.product_key,
        i.quantity,
        coalesce(i.unit_price, p.list_price, 0) AS unit_price,
        i.discount,
        i.freight
    FROM accepted.order_items AS i
    JOIN keys."order" AS o ON o.order_id = i.order_id
    JOIN accepted.orders AS h ON h.order_id = i.order_id
    JOIN main.product AS p ON p.sku = i.sku
    LEFT JOIN keys.store AS own ON own.store_id = i.store_id
    LEFT JOIN keys.store AS shared ON shared.store_id = h.store_id
)
SELECT
    order_key,
    row_number() OVER (PARTITION BY order_key ORDER BY given_number, source_row) AS line_number,
    store_key,
    product_key,
    quantity,
    unit_price,
    discount,
    freight,
    quantity * unit_price - discount AS amount
FROM lines

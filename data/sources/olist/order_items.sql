SELECT
    source_row, order_id, product_id AS sku, line_number, seller_id AS store_id, price AS unit_price, freight
FROM raw.order_items

SELECT source_row, order_id, sku FROM raw.order_items

SELECT day::DATE AS day, store_id, sku, on_hand, received
FROM inventory_facts AS inventory
JOIN stores ON stores.number = inventory.store
JOIN products ON products.number = inventory.product
ORDER BY day, stores.number, products.number

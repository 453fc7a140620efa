-- A count delivered again replaces the earlier one.
WITH delivered AS (
    SELECT i.day, s.store_key, p.product_key, i.on_hand, i.received
    FROM accepted.inventory AS i
    JOIN keys.store AS s ON s.store_id = i.store_id
    JOIN keys.product AS p ON p.sku = i.sku
)
SELECT day, store_key, product_key, on_hand, received
FROM before.inventory ANTI JOIN delivered USING (day, store_key, product_key)
UNION ALL
SELECT day, store_key, product_key, on_hand, received FROM delivered

SELECT order_name(items.order_number) AS order_id,
       items.line_number,
       sku,
       quantity,
       cents_to_money(unit_price) AS unit_price,
       cents_to_money(discount) AS discount,
       cents_to_money(freight) AS freight
FROM item_facts AS items
JOIN products ON products.number = items.product
ORDER BY items.order_number, items.line_number

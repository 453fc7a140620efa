SELECT
    order_key, line_number, day, hour, store_key, place_key, customer_key, product_key, channel, live,
    quantity, unit_price, discount, freight, amount
FROM before.order_item ANTI JOIN incoming."order" USING (order_key)
UNION ALL
SELECT
    l.order_key, l.line_number, o.day, o.hour, l.store_key, o.place_key, o.customer_key, l.product_key, o.channel,
    o.live, l.quantity, l.unit_price, l.discount, l.freight, l.amount
FROM incoming.line AS l JOIN incoming."order" AS o USING (order_key)

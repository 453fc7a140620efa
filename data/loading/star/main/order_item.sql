WITH lines AS (
    SELECT
        order_key, line_number, day, hour, store_key, place_key, customer_key, product_key, channel, live,
        quantity, unit_price, discount, freight, amount
    FROM before.order_item ANTI JOIN incoming."order" USING (order_key)
    UNION ALL
    SELECT
        l.order_key, l.line_number, o.day, o.hour, l.store_key, o.place_key, o.customer_key, l.product_key, o.channel,
        o.live, l.quantity, l.unit_price, l.discount, l.freight, l.amount
    FROM incoming.line AS l JOIN incoming."order" AS o USING (order_key)
),
categories AS (
    SELECT
        order_key, min(line_number) AS line_number, count(*) AS category_lines, sum(quantity) AS category_quantity,
        sum(freight) AS category_freight, sum(amount) AS category_amount
    FROM lines JOIN main.product USING (product_key)
    GROUP BY order_key, category
)
SELECT lines.*, category_lines, category_quantity, category_freight, category_amount
FROM lines LEFT JOIN categories USING (order_key, line_number)

-- Where no order has lines of several stores, an order is a visit; else each store of an order is one.
WITH split AS (
    SELECT EXISTS (
        SELECT 1 FROM main."order" AS o JOIN main.order_item AS i USING (order_key)
        WHERE o.store_key = 0 AND i.store_key <> 0
    ) AS orders
),
visits AS (
    SELECT customer_key, store_key, day, amount + freight AS gross
    FROM main."order" WHERE live AND NOT (SELECT orders FROM split)
    UNION ALL
    SELECT min(customer_key), store_key, min(day), sum(amount + freight)
    FROM main.order_item WHERE live AND (SELECT orders FROM split) GROUP BY order_key, store_key
)
SELECT customer_key, store_key, count(*) AS orders, sum(gross) AS gross, max(day) AS last_day
FROM visits WHERE customer_key > 0 GROUP BY customer_key, store_key

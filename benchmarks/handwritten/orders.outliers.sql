WITH valued AS (SELECT order_key, amount + freight AS gross FROM "order" WHERE live),
centre AS (SELECT median(gross) AS middle FROM valued),
spread AS (SELECT any_value(middle) AS middle, median(abs(gross - middle)) / 0.6745 AS unit FROM valued, centre)
SELECT order_id AS "order", store_id AS store, gross / 1e6 AS total, middle / 1e6 AS median, (gross - middle) / unit AS z
FROM valued JOIN spread ON abs(gross - middle) > 3.5 * unit
JOIN "order" USING (order_key) JOIN store USING (store_key)
ORDER BY abs(z) DESC, order_id LIMIT 100

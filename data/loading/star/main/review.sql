-- What is delivered of an order replaces what was known of it; a delivery without any reviews replaces none.
WITH delivered AS (
    SELECT
        r.review_id, o.order_key, CAST(r.created_at AS DATE) AS day, r.score, r.title, r.message, r.answered_at
    FROM accepted.reviews AS r JOIN main."order" AS o USING (order_id)
),
replaced AS (
    SELECT order_key FROM delivered
    UNION SELECT order_key FROM incoming."order" WHERE EXISTS (SELECT 1 FROM delivered)
),
reviews AS (
    SELECT review_id, order_key, day, score, title, message, answered_at
    FROM before.review ANTI JOIN replaced USING (order_key)
    UNION ALL SELECT review_id, order_key, day, score, title, message, answered_at FROM delivered
)
SELECT
    r.review_id, order_key, r.day, o.store_key, o.place_key, o.customer_key, o.live, r.score, r.title, r.message,
    r.answered_at
FROM reviews AS r JOIN main."order" AS o USING (order_key)

SELECT printf('R%08d', order_number + 1) AS review_id,
       order_name(order_number) AS order_id,
       created_at::TIMESTAMP AS created_at,
       score,
       CASE WHEN words >= 0 THEN title END AS title,
       CASE WHEN words >= 0 THEN message END AS message,
       answered_at::TIMESTAMP AS answered_at
FROM review_facts
JOIN (SELECT score, list(title ORDER BY title) AS titles, list(message ORDER BY title) AS messages FROM opinions GROUP BY score)
    USING (score),
LATERAL (SELECT titles[words % len(titles) + 1] AS title, messages[words % len(titles) + 1] AS message)
ORDER BY order_number

-- A contact delivered again replaces the earlier one.
SELECT touchpoint_id, day, touched_at, customer_key, channel, campaign, cost
FROM before.touchpoint ANTI JOIN accepted.touchpoints USING (touchpoint_id)
UNION ALL
SELECT
    t.touchpoint_id, CAST(t.touched_at AS DATE) AS day, t.touched_at, c.customer_key, t.channel, t.campaign, t.cost
FROM accepted.touchpoints AS t JOIN keys.customer AS c USING (customer_id)

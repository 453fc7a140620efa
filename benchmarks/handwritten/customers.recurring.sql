WITH buyer AS (SELECT customer_key, sum(orders) AS orders, sum(gross) AS gross FROM visit GROUP BY customer_key)
SELECT
    least(orders, 5) AS times, count(*) AS customers, count(*) / sum(count(*)) OVER () AS share,
    sum(gross) / 1e6 AS revenue, sum(gross) / sum(sum(gross)) OVER () AS revenue_share
FROM buyer GROUP BY 1 ORDER BY 1

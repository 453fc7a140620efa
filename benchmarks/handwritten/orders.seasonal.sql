WITH days AS (SELECT day, count(*) AS orders, sum(amount + freight) AS gross FROM "order" WHERE live GROUP BY day)
SELECT
    month_of_year AS month, weekday, count(*) AS days, coalesce(sum(orders), 0) AS orders,
    coalesce(sum(gross), 0) / 1e6 AS revenue
FROM calendar LEFT JOIN days USING (day)
WHERE day BETWEEN (SELECT min(day) FROM days) AND (SELECT max(day) FROM days)
GROUP BY month_of_year, weekday ORDER BY 1, 2

WITH ordinary AS (SELECT count(*) AS days FROM calendar, dataset WHERE day BETWEEN first_day AND as_of AND holiday = ''),
hourly AS (
    SELECT
        hour, count(*) AS orders, sum(amount + freight) / 1e6 AS revenue,
        count(*) FILTER (holiday = '') / any_value(days) AS mean, any_value(days) AS days
    FROM "order" JOIN calendar USING (day), ordinary WHERE live GROUP BY hour
)
SELECT CAST(hour AS VARCHAR) AS member, days, orders, revenue, mean, avg(mean) OVER () AS baseline, mean / baseline - 1 AS uplift
FROM hourly ORDER BY hour

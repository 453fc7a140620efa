WITH days AS (
    SELECT day FROM main."order"
    UNION ALL SELECT day FROM main."return"
    UNION ALL SELECT day FROM main.review
    UNION ALL SELECT day FROM main.inventory
    UNION ALL SELECT day FROM main.touchpoint
),
years AS (
    SELECT date_trunc('year', min(day)) AS first, date_trunc('year', max(day)) + INTERVAL 1 YEAR AS past FROM days
),
dates AS (
    SELECT CAST(unnest(range(CAST(first AS TIMESTAMP), CAST(past AS TIMESTAMP), INTERVAL 1 DAY)) AS DATE) AS day FROM years
)
SELECT
    dates.day,
    date_trunc('week', dates.day) AS week,
    date_trunc('month', dates.day) AS month,
    date_trunc('quarter', dates.day) AS quarter,
    date_trunc('year', dates.day) AS year,
    month(dates.day) AS month_of_year,
    isodow(dates.day) AS weekday,
    coalesce(h.name, '') AS holiday
FROM dates LEFT JOIN enriched.holiday AS h USING (day)

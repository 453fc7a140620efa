WITH monthly AS (
    SELECT
        product_key, datesub('month', launched_on, day) AS months_since_launch,
        sum(quantity) AS quantity, sum(amount + freight) AS gross
    FROM order_item JOIN product USING (product_key)
    WHERE live AND NOT is_fee AND launched_on IS NOT NULL AND day >= launched_on
    GROUP BY product_key, months_since_launch
),
spans AS (
    SELECT
        product_key, sku, name, launched_on,
        least(min(months_since_launch), greatest(0, datesub('month', launched_on, min(first_day)))) AS first_month,
        datesub('month', launched_on, min(as_of)) AS last_month
    FROM monthly JOIN product USING (product_key), dataset GROUP BY product_key, sku, name, launched_on
),
observed AS (SELECT *, unnest(range(first_month, last_month + 1)) AS months_since_launch FROM spans)
SELECT
    sku, name, launched_on, months_since_launch, coalesce(quantity, 0) AS quantity, coalesce(gross, 0) / 1e6 AS revenue,
    coalesce(gross / sum(gross) OVER (PARTITION BY year(launched_on), months_since_launch), 0) AS cohort_share
FROM observed LEFT JOIN monthly USING (product_key, months_since_launch)
ORDER BY sum(gross) OVER (PARTITION BY sku) DESC, sku, months_since_launch

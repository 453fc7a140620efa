WITH buyer AS (SELECT sum(orders) AS orders, sum(gross) AS gross FROM visit GROUP BY customer_key),
ends AS (
    SELECT count(*) AS n, min(gross / orders)::BIGINT AS low, quantile_cont(gross / orders, 0.99) AS high FROM buyer
),
width AS (
    SELECT min(width) AS width, min_by(low // width * width, width) AS start FROM ends, (
        SELECT (10000 * f * 10 ** p)::BIGINT AS width FROM (VALUES (1), (2), (5)) AS t (f), range(12) AS r (p)
    ) WHERE floor(high) < low // width * width + 20 * width
),
binned AS (
    SELECT least((gross - orders * start) // (orders * width), 19) AS bin, count(*) AS customers
    FROM buyer, width GROUP BY bin
)
SELECT
    (start + bin * width) / 1e6 AS "from", coalesce(customers, 0) AS customers,
    coalesce(customers, 0) / (SELECT n FROM ends) AS share
FROM range(20) AS bins (bin) LEFT JOIN binned USING (bin), width
WHERE bin <= (SELECT max(bin) FROM binned) ORDER BY 1

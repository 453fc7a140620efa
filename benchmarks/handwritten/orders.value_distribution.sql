WITH counts AS (SELECT amount + freight AS gross, count(*) AS n FROM "order" WHERE live GROUP BY 1),
upto AS (SELECT gross, n, sum(n) OVER (ORDER BY gross) AS upto, sum(n) OVER () AS whole FROM counts),
ends AS (
    SELECT sum(n) AS n, min(gross) AS low, min(gross) FILTER (upto > 0.99 * (whole - 1)) AS high FROM upto
),
width AS (
    SELECT min(width) AS width, min_by(low // width * width, width) AS start FROM ends, (
        SELECT (10000 * f * 10 ** p)::BIGINT AS width FROM (VALUES (1), (2), (5)) AS t (f), range(12) AS r (p)
    ) WHERE high < low // width * width + 20 * width
),
binned AS (SELECT least((gross - start) // width, 19) AS bin, sum(n) AS orders FROM counts, width GROUP BY bin)
SELECT
    (start + bin * width) / 1e6 AS "from", coalesce(orders, 0) AS orders,
    coalesce(orders, 0) / (SELECT n FROM ends) AS share
FROM range(20) AS bins (bin) LEFT JOIN binned USING (bin), width
WHERE bin <= (SELECT max(bin) FROM binned) ORDER BY 1

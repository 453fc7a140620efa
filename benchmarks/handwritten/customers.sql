WITH buyer AS (SELECT customer_key, sum(gross) AS gross FROM visit GROUP BY customer_key)
SELECT
    (cell & 9214364837584527360 & ~((1::BIGINT << 30) - 1)) | (5::BIGINT << 52) | ((1::BIGINT << 30) - 1) AS cell_number,
    count(*) AS customers, sum(gross) / 1e6 AS revenue
FROM customer JOIN buyer USING (customer_key) WHERE cell IS NOT NULL GROUP BY 1 ORDER BY 1

-- A stock code is named as it is most often described.
WITH names AS (
    SELECT sku, description, count(*) AS times
    FROM lines
    WHERE rejected IS NULL AND merged IS NULL
    GROUP BY sku, description
)
SELECT
    sku,
    description AS name,
    CASE WHEN is_fee THEN 'Fees' ELSE '' END AS category,
    is_fee
FROM (
    SELECT
        *,
        sku IN ('POST', 'DOT', 'M', 'm', 'D', 'C2', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'PADS')
        OR starts_with(lower(sku), 'gift_') AS is_fee
    FROM names
)
QUALIFY row_number() OVER (PARTITION BY sku ORDER BY description = '', times DESC, description) = 1

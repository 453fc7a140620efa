-- People, at home in the country of most of their invoices. Guests have no id.
WITH homes AS (
    SELECT customer_id, country, count(DISTINCT invoice) AS invoices
    FROM lines
    WHERE rejected IS NULL AND merged IS NULL AND customer_id <> ''
    GROUP BY customer_id, country
)
SELECT customer_id, country
FROM homes
QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY invoices DESC, country) = 1

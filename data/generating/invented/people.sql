-- What is known about customers once they have ordered, from the array `descriptions`.
CREATE OR REPLACE TABLE customers AS
SELECT customers.*, age, membership::VARCHAR AS membership, joined_on::DATE AS joined_on
FROM customers
JOIN descriptions USING (number)
ORDER BY number;

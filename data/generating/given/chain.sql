-- Work tables over the given files; what a layout does not have is unknown.
CREATE TABLE customers AS
SELECT row_number() OVER (ORDER BY customer_id) - 1 AS number, * FROM given_customers;

CREATE TABLE stores AS
SELECT row_number() OVER (ORDER BY store_id) - 1 AS number, *
FROM (SELECT * FROM given_stores UNION ALL BY NAME SELECT NULL::DATE AS opened_on, NULL::DATE AS closed_on WHERE false);

CREATE TABLE products AS
SELECT row_number() OVER (ORDER BY sku) - 1 AS number, * REPLACE (coalesce(category, '') AS category),
       CASE lower(size) WHEN 'small' THEN 0 WHEN 'large' THEN 2 WHEN 'extra large' THEN 3 ELSE 1 END AS size_rank,
       false AS extra, NULL::DOUBLE AS popularity, 0 AS elasticity, '' AS season
FROM (
    SELECT * FROM given_products
    UNION ALL BY NAME
    SELECT ''::VARCHAR AS category, ''::VARCHAR AS size, NULL::DATE AS launched_on, false AS is_fee WHERE false
)
WHERE coalesce(NOT is_fee, true);

-- Stores and customers of the invented chain, from the arrays `places`, `sites` and `residents`.
CREATE TABLE stores AS
SELECT site.number,
       printf('S%03d', site.number + 1) AS store_id,
       city::VARCHAR || CASE nth WHEN 1 THEN '' ELSE ' ' || nth END AS name,
       'store' AS kind,
       'United States' AS country, state_code::VARCHAR AS state_code, state::VARCHAR AS state, city::VARCHAR AS city,
       site.latitude, site.longitude,
       opened_on::DATE AS opened_on,
       closed_on::DATE AS closed_on
FROM (SELECT *, row_number() OVER (PARTITION BY place ORDER BY number) AS nth FROM sites) AS site
JOIN places ON places.number = place
ORDER BY site.number;

CREATE TABLE customers AS
SELECT resident.number,
       'C' || lpad((resident.number + 1)::VARCHAR, 7, '0') AS customer_id,
       resident.latitude, resident.longitude,
       'United States' AS country, state_code::VARCHAR AS state_code, state::VARCHAR AS state, city::VARCHAR AS city
FROM residents AS resident
JOIN places ON places.number = place
ORDER BY resident.number;

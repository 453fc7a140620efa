-- Every place the delivery names, with the codes and names it leaves out.
WITH named AS (
    SELECT country, state_code, state, city FROM accepted.customers
    UNION SELECT country, state_code, state, city FROM accepted.stores
    UNION SELECT country, state_code, state, city FROM accepted.orders
    UNION SELECT country, state_code, state, city FROM accepted.returns
),
coded AS (
    SELECT named.*, coalesce(c.code, '') AS country_code
    FROM named LEFT JOIN geography.country AS c ON c.name = lower(named.country)
    WHERE country || state_code || state || city <> ''
)
SELECT
    coded.*,
    coalesce(nullif(coded.state_code, ''), by_name.state_code, '') AS full_state_code,
    coalesce(nullif(coded.state, ''), by_code.state, '') AS full_state
FROM coded
LEFT JOIN geography.state AS by_code
    ON by_code.country_code = coded.country_code AND by_code.state_code = upper(coded.state_code) AND coded.state = ''
LEFT JOIN geography.state AS by_name
    ON by_name.country_code = coded.country_code
    AND lower(by_name.state) = lower(coded.state)
    AND coded.state_code = ''

WITH sold AS (SELECT sum(amount + freight) AS gross, count(*) AS orders, sum(quantity) AS units FROM "order" WHERE live),
back AS (SELECT coalesce(sum(amount), 0) AS amount FROM "return"),
people AS (
    SELECT count(*) AS customers, count(first_day) AS new, count(second_day) AS repeaters
    FROM customer SEMI JOIN visit USING (customer_key)
)
SELECT unnest([
    gross / 1e6, amount / 1e6, (gross - amount) / 1e6, orders, gross / orders / 1e6, units / orders,
    customers, new, repeaters / customers
]) AS value FROM sold, back, people

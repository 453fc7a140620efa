-- The invented menu: every pizza in every size, then drinks, sides and desserts.
CREATE TABLE suppliers AS
SELECT row_number() OVER (ORDER BY supplier_id) - 1 AS number, supplier_id, name, country
FROM suppliers_recipe;

CREATE TABLE products AS
WITH item AS (
    SELECT pizza_number * 10 + size_number AS position,
           printf('P%02d%s', pizza_number, ['S', 'M', 'L', 'X'][size_number]) AS sku,
           pizza.name, category, 'Pizza' AS product_group, size, size_number - 1 AS size_rank, false AS extra,
           price + premium * (0.7 + 0.1 * size_number) AS price, ingredients, launched_on, supplier_id,
           popularity, elasticity, season
    FROM pizzas_recipe AS pizza CROSS JOIN sizes_recipe AS size
    UNION ALL
    SELECT 10000 + extra_number, printf('%s%02d', upper(category[1:2]), extra_number),
           name, category, category, size, 0, true,
           price, ingredients, launched_on, supplier_id,
           popularity, elasticity, season
    FROM extras_recipe AS extra
)
SELECT row_number() OVER (ORDER BY position) - 1 AS number, sku, name, category, product_group, size, size_rank, extra,
       floor(price * 2 + 0.5) / 2 - 0.01 AS price, ingredients, launched_on::DATE AS launched_on, supplier_id,
       popularity, elasticity, coalesce(season, '') AS season
FROM item;

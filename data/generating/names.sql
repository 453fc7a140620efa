-- How ids and money are written, whatever the table.
CREATE MACRO order_name(number) AS 'O' || lpad((number + 1)::VARCHAR, 8, '0');
CREATE MACRO cents_to_money(cents) AS (cents::DECIMAL(11, 0) * 0.01::DECIMAL(2, 2))::DECIMAL(13, 2);

SELECT source_row, customer_id, latitude, longitude FROM raw.customers

SELECT source_row, order_id, sequence, method, instalments, value FROM raw.payments

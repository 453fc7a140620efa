-- One review may speak of several orders, so its id repeats.
SELECT source_row, review_id, order_id, score, title, message, created_at, answered_at FROM raw.reviews

-- Which shop it was is not published.
SELECT * FROM (VALUES ('shops', 'All shops', 'store'), ('online', 'Web shop', 'web')) AS stores (store_id, name, kind)

SELECT 'W1' AS store_id, 'Web shop' AS name, 'web' AS kind

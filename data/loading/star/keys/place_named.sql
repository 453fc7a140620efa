-- From a place as the delivery names it to its key.
SELECT f.country, f.state_code, f.state, f.city, k.place_key
FROM incoming.place AS f
JOIN keys.place AS k
    ON k.country = f.country AND k.state = f.full_state AND k.state_code = f.full_state_code AND k.city = f.city

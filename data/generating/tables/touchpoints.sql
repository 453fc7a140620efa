SELECT printf('T%08d', touchpoints.number + 1) AS touchpoint_id,
       touched_at::TIMESTAMP AS touched_at,
       customer_id,
       medium::VARCHAR AS channel,
       printf('%d %s', year(touched_at), ['Winter Warmers', 'Spring Slices', 'Summer Crust', 'Harvest Feast'][quarter(touched_at)])
           AS campaign,
       cents_to_money(cents) AS cost
FROM touchpoint_facts AS touchpoints
JOIN mediums ON mediums.number = touchpoints.medium_number
JOIN customers ON customers.number = touchpoints.customer
ORDER BY touchpoints.number

SELECT table_name, rule, file, record, content FROM before.rejected_row
UNION ALL
SELECT table_name, rule, file, record, content
FROM accounts.rejection ANTI JOIN before.rejected_row USING (table_name, rule, content)

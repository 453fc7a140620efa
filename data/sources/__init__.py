"""How published file layouts become ours: a folder of SELECTs per source."""

"""A chain that somebody else has, on which orders are generated."""

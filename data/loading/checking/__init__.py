"""Checks canonical tables by declared rules: each row kept, repaired by a named rule, or rejected with its reason."""

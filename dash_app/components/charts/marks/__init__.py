"""Marks that charts are made of: each takes an answer and says which columns go where."""

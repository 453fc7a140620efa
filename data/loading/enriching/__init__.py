"""Adds what the sources leave out: codes, states and cities, cells, nearest stores, holidays."""

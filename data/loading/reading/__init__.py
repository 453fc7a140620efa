"""Reads published files as they are: every value as text, every record under its number."""

"""Boundaries and places, offline."""

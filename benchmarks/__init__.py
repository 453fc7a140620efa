"""Measurements: `make bench` prints them, nothing tests them."""

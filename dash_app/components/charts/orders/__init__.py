"""Drawings of orders."""

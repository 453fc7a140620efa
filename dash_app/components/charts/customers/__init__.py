"""Drawings of customers."""

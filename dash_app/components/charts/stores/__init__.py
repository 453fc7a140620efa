"""Drawings of stores."""

"""Drawings of trends."""

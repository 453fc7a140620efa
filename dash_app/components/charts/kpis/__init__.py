"""Drawings of kpis."""

"""Drawings of distances, white spots and sites."""

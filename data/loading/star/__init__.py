"""Turns accepted rows into the star schema: one SELECT per table, in the order they build on each other."""

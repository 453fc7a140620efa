"""A chain made up from a menu, a map and a seed."""

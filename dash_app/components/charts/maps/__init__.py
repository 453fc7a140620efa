"""Maps: the base, what they show, and layers that several of them have."""

"""History of the star schema."""

"""Loading: from published files to the star schema."""
